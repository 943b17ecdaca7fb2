package dev.zonec.kubernetes.policy.cluster;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.Direction;
import java.util.Comparator;
import java.util.List;

/**
 * A cluster-scoped policy. It isolates no pods: a connection that none of its rules matches passes.
 *
 * @param kind its kind, as in its manifest
 * @param name its name
 * @param tier its tier
 * @param priority its priority in the tier; lower numbers come first
 * @param subject the pods that it applies to
 * @param ingress its ingress rules, in order
 * @param egress its egress rules, in order
 * @param span the whole object in its manifest
 */
public record ClusterPolicy(
    String kind,
    String name,
    Tier tier,
    int priority,
    PolicySubject subject,
    List<ClusterRule> ingress,
    List<ClusterRule> egress,
    Span span) {
  /** The order of the policies of a world: the one in which they are evaluated, then by name. */
  public static final Comparator<ClusterPolicy> ORDER =
      Comparator.comparing(ClusterPolicy::tier)
          .thenComparingInt(ClusterPolicy::priority)
          .thenComparing(ClusterPolicy::name)
          .thenComparing(ClusterPolicy::kind);

  /** What identifies a cluster-scoped policy in a cluster. */
  public record Id(String kind, String name) {}

  /** Copies the lists. */
  public ClusterPolicy {
    ingress = List.copyOf(ingress);
    egress = List.copyOf(egress);
  }

  /** Returns the rules in {@code direction}, in order. */
  public List<ClusterRule> rules(Direction direction) {
    return direction == Direction.INGRESS ? ingress : egress;
  }

  /** Returns a copy with other rules in {@code direction}. */
  public ClusterPolicy withRules(Direction direction, List<ClusterRule> others) {
    boolean incoming = direction == Direction.INGRESS;
    return new ClusterPolicy(
        kind,
        name,
        tier,
        priority,
        subject,
        incoming ? others : ingress,
        incoming ? egress : others,
        span);
  }

  /** Whether {@code other} is the same policy, possibly with other rules. */
  public boolean isSame(ClusterPolicy other) {
    return id().equals(other.id());
  }

  /** Returns the kind and name, which identify the policy. */
  public Id id() {
    return new Id(kind, name);
  }

  @Override
  public String toString() {
    return kind + " " + name;
  }
}
