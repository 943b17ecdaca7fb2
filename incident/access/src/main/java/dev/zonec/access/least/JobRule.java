package dev.zonec.access.least;

import java.util.List;

/**
 * A rule of a written role.
 *
 * @param scope whether the resources have namespaces
 * @param group their API group; empty for the core group
 * @param resources the resources
 * @param verbs what is done with them
 */
public record JobRule(Scope scope, String group, List<String> resources, List<String> verbs) {
  /** Whether objects of a resource have namespaces. */
  public enum Scope {
    /** They have. */
    NAMESPACE,
    /** They have none. */
    CLUSTER
  }

  /** Copies the lists. */
  public JobRule {
    resources = List.copyOf(resources);
    verbs = List.copyOf(verbs);
  }

  static JobRule of(Scope scope, String group, String... resources) {
    return new JobRule(scope, group, List.of(resources), List.of());
  }

  JobRule to(String... allowed) {
    return new JobRule(scope, group, resources, List.of(allowed));
  }

  /** Whether the rule only reads. */
  boolean reads() {
    return List.of("get", "list").containsAll(verbs);
  }
}
