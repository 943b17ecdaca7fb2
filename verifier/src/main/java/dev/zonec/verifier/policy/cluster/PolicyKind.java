package dev.zonec.verifier.policy.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of cluster-scoped policies, and in what their schemas differ. */
enum PolicyKind {
  /** policy.networking.k8s.io/v1alpha2. */
  CLUSTER("ClusterNetworkPolicy", 25, "Accept", true),
  /** policy.networking.k8s.io/v1alpha1. */
  ADMIN("AdminNetworkPolicy", 100, "Allow", true),
  /** policy.networking.k8s.io/v1alpha1. */
  BASELINE_ADMIN("BaselineAdminNetworkPolicy", 100, "Allow", false);

  private final String word;
  private final int most;
  private final String accept;
  private final boolean passes;

  PolicyKind(String word, int most, String accept, boolean passes) {
    this.word = word;
    this.most = most;
    this.accept = accept;
    this.passes = passes;
  }

  static Optional<PolicyKind> of(String kind) {
    return Arrays.stream(values()).filter(k -> k.word.equals(kind)).findFirst();
  }

  /** How many rules a direction may have, and how many peers and ports a rule. */
  int most() {
    return most;
  }

  /** The words for actions, the accepting one first. */
  List<String> actions() {
    return passes ? List.of(accept, "Deny", "Pass") : List.of(accept, "Deny");
  }

  /** The action that {@code written} stands for, if it is one of this kind. */
  Optional<Action> action(String written) {
    return switch (written) {
      case "Deny" -> Optional.of(Action.DENY);
      case "Pass" -> passes ? Optional.of(Action.PASS) : Optional.empty();
      default -> written.equals(accept) ? Optional.of(Action.ACCEPT) : Optional.empty();
    };
  }
}
