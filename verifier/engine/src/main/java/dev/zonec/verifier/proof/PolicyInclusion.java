package dev.zonec.verifier.proof;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.reading.Knob;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares the text of policies, so that a solver need not be asked about edits that clearly only
 * add something or only take something away.
 */
final class PolicyInclusion {
  private PolicyInclusion() {}

  /**
   * Returns whether it is plain that {@code some} policies of a namespace admit nothing in {@code
   * direction} that {@code others} do not admit. If the answer is false, they may or may not.
   *
   * <p>It is plain in the following case. Each of the others has one of the same subject among
   * {@code some}, so that every pod which the others isolate is isolated by {@code some} too. And
   * each rule of {@code some} is part of a rule of the others with the same subject. A connection
   * that {@code some} admit is then admitted by the others: because of that rule, or because they
   * do not isolate the pod either.
   *
   * <p>If there are cluster-scoped policies, both must isolate the same pods in the same
   * directions. Otherwise the baseline tier could deny with the others what it does not deny with
   * {@code some}: it does not apply to isolated pods, and under {@link Knob#BASELINE_AFTER_POLICY}
   * it depends on the other direction too.
   *
   * @param cluster the cluster-scoped policies, which are the same for both
   */
  static boolean admitsNoMore(
      Direction direction, List<Policy> some, List<Policy> others, List<ClusterPolicy> cluster) {
    List<Policy> lesser = in(direction, some);
    List<Policy> greater = in(direction, others);
    return isolates(lesser, greater)
        && (cluster.isEmpty() || isolated(some).equals(isolated(others)))
        && lesser.stream()
            .allMatch(
                policy ->
                    policy.rules(direction).stream()
                        .allMatch(
                            rule ->
                                greater.stream()
                                    .filter(other -> isAlike(other, policy))
                                    .flatMap(other -> other.rules(direction).stream())
                                    .anyMatch(other -> includes(other, rule))));
  }

  /** Returns whether {@code some} have every subject of {@code others}. */
  private static boolean isolates(List<Policy> some, List<Policy> others) {
    return others.stream()
        .allMatch(policy -> some.stream().anyMatch(each -> isAlike(each, policy)));
  }

  private static Set<Object> isolated(List<Policy> policies) {
    return policies.stream()
        .map(policy -> List.of(policy.subject(), policy.directions()))
        .collect(Collectors.toSet());
  }

  private static List<Policy> in(Direction direction, List<Policy> policies) {
    return policies.stream().filter(policy -> policy.directions().contains(direction)).toList();
  }

  private static boolean isAlike(Policy one, Policy other) {
    return one.subject().equals(other.subject());
  }

  /** A rule without peers admits all peers, and a rule without ports admits all ports. */
  private static boolean includes(Rule greater, Rule lesser) {
    return includes(peers(greater), peers(lesser)) && includes(ports(greater), ports(lesser));
  }

  private static boolean includes(Set<Object> greater, Set<Object> lesser) {
    return greater.isEmpty() || (!lesser.isEmpty() && greater.containsAll(lesser));
  }

  private static Set<Object> peers(Rule rule) {
    return rule.peers().stream().map(PolicyInclusion::content).collect(Collectors.toSet());
  }

  private static Set<Object> ports(Rule rule) {
    return rule.ports().stream().map(PolicyPort::clause).collect(Collectors.toSet());
  }

  /** Returns a peer without its place. */
  static Object content(Peer peer) {
    return switch (peer) {
      case Peer.Pods(var namespaces, var pods, var span) -> List.of(namespaces, pods);
      case Peer.Block(var block, var span) -> block;
    };
  }
}
