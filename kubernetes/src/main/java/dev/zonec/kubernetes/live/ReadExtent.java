package dev.zonec.kubernetes.live;

import dev.zonec.kubernetes.manifest.DetailKind;
import java.util.List;

/** The objects that are read from a cluster. */
public enum ReadExtent {
  /** Every object that affects connections. */
  ALL_OBJECTS,
  /** The same, and the roles, bindings and service accounts that decide about access. */
  WITH_ACCESS,
  /** The same as {@link #ALL_OBJECTS}, and the objects that tell about storage. */
  WITH_STORAGE,
  /** The same as {@link #ALL_OBJECTS}, and the objects that tell what pods do. */
  WITH_RUNTIME,
  /**
   * The objects that a compilation needs: namespaces, and the addresses of the API server and the
   * nodes as far as reading them is permitted.
   */
  NAMESPACES;

  /** Returns the kinds of these objects. */
  List<DetailKind> details() {
    return switch (this) {
      case WITH_STORAGE -> DetailKind.ofStorage();
      case WITH_RUNTIME -> DetailKind.ofRuntime();
      case ALL_OBJECTS, WITH_ACCESS, NAMESPACES -> List.of();
    };
  }
}
