package dev.zonec.application.input;

import dev.zonec.kubernetes.manifest.ForeignObject;
import dev.zonec.kubernetes.manifest.KindNames;
import java.util.List;

/**
 * The kinds of objects that the user accepts as not covered.
 *
 * @param names the kinds, each as {@code KIND} or {@code KIND.GROUP}
 */
record IgnoredKinds(List<String> names) {
  /** Copies the list. */
  IgnoredKinds {
    names = List.copyOf(names);
  }

  /**
   * Whether {@code kind} is accepted, with or without its group.
   *
   * @param group the API group; empty for the core group
   */
  boolean contains(String kind, String group) {
    return names.contains(kind) || names.contains(kind + "." + group);
  }

  /** Whether the kind of {@code object} is accepted. */
  boolean contains(ForeignObject object) {
    return contains(object.kind(), KindNames.group(object.apiVersion()));
  }
}
