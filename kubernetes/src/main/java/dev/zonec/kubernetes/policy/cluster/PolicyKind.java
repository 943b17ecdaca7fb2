package dev.zonec.kubernetes.policy.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of cluster-scoped policies, and the differences between their schemas. */
enum PolicyKind {
  /** policy.networking.k8s.io/v1alpha2 and v1beta1, whose schemas are equal. */
  CLUSTER("ClusterNetworkPolicy", 25, "Accept", true),
  /** policy.networking.k8s.io/v1alpha1. */
  ADMIN("AdminNetworkPolicy", 100, "Allow", true),
  /** policy.networking.k8s.io/v1alpha1. */
  BASELINE_ADMIN("BaselineAdminNetworkPolicy", 100, "Allow", false);

  private static final Pattern DOMAIN_NAME = domainName("[a-zA-Z0-9]");

  /** The schemas of v1alpha1 contain `A-z`, which matches more than letters. */
  private static final Pattern LOOSE_DOMAIN_NAME = domainName("[a-zA-z0-9]");

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

  private static Pattern domainName(String first) {
    String part = first + "([-a-zA-Z0-9_]*[a-zA-Z0-9])?";
    return Pattern.compile("(\\*\\.)?(" + part + "\\.)+" + part + "\\.?");
  }

  static Optional<PolicyKind> of(String kind) {
    return Arrays.stream(values()).filter(k -> k.word.equals(kind)).findFirst();
  }

  /**
   * Whether the schema checks the order of port ranges, and bits beyond the prefix of a network.
   */
  boolean isStrict() {
    return this == CLUSTER;
  }

  /** Returns the pattern for domain names. */
  Pattern domainName() {
    return isStrict() ? DOMAIN_NAME : LOOSE_DOMAIN_NAME;
  }

  /** Returns the greatest number of rules of a direction, and of peers and ports of a rule. */
  int most() {
    return most;
  }

  /** Returns the words for actions; the accepting one comes first. */
  List<String> actions() {
    return passes ? List.of(accept, "Deny", "Pass") : List.of(accept, "Deny");
  }

  /** Returns the action for {@code written}; empty if the kind does not have it. */
  Optional<Action> action(String written) {
    return switch (written) {
      case "Deny" -> Optional.of(Action.DENY);
      case "Pass" -> passes ? Optional.of(Action.PASS) : Optional.empty();
      default -> written.equals(accept) ? Optional.of(Action.ACCEPT) : Optional.empty();
    };
  }
}
