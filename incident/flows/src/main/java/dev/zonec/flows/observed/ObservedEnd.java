package dev.zonec.flows.observed;

import java.util.List;

/**
 * An end of a flow, in the words of its log.
 *
 * @param kind what the log says that it is
 * @param address its address, as written; empty if unknown
 * @param namespace the namespace of the pod; empty if unknown
 * @param pod the name of the pod; it ends with {@code *} if the log cuts names; empty if unknown
 * @param controller the name of the pod's controller; empty if unknown
 * @param labels labels of the pod, as {@code key=value}, with or without {@code k8s:} before the
 *     key; others may exist
 */
public record ObservedEnd(
    EndKind kind,
    String address,
    String namespace,
    String pod,
    String controller,
    List<String> labels) {
  /** Copies the labels. */
  public ObservedEnd {
    labels = List.copyOf(labels);
  }

  /** Returns an end that is known by its address only. */
  public static ObservedEnd at(String address) {
    return new ObservedEnd(EndKind.ADDRESS, address, "", "", "", List.of());
  }

  /** Returns an end of {@code kind} that has no name. */
  public static ObservedEnd of(EndKind kind, String address) {
    return new ObservedEnd(kind, address, "", "", "", List.of());
  }
}
