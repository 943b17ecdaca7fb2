package dev.zonec.access.power;

import java.util.List;

/**
 * Verbs on resources of a group. A rule gives a right if it allows one of the verbs on one of them.
 *
 * @param group the API group; empty for the core group
 * @param resources resources, or resources with a subresource such as {@code pods/exec}
 * @param verbs the verbs
 */
public record Ask(String group, List<String> resources, List<String> verbs) {
  static final List<String> CHANGE =
      List.of("create", "update", "patch", "delete", "deletecollection");
  static final List<String> WRITE = List.of("create", "update", "patch");
  static final List<String> UPDATE = List.of("update", "patch");

  /** Copies the lists. */
  public Ask {
    resources = List.copyOf(resources);
    verbs = List.copyOf(verbs);
  }

  static Ask of(List<String> verbs, String group, String... resources) {
    return new Ask(group, List.of(resources), verbs);
  }
}
