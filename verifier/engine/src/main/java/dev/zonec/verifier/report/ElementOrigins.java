package dev.zonec.verifier.report;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.verifier.core.Element;
import dev.zonec.verifier.origin.PolicyOrigin;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.proof.Hop;
import dev.zonec.verifier.semantics.RuleMatch;
import java.util.Optional;
import java.util.Set;

/**
 * Traces the policies and rules that a claim rests on to the program.
 *
 * @param origins the origins of the policies
 * @param standIns the names of the stand-ins for namespaces to come
 */
record ElementOrigins(PolicyOrigins origins, Set<String> standIns) {
  /** Returns the origin of a policy that isolates. */
  PolicyOrigin of(Element.Isolation isolation) {
    return origins.of(isolation.policy());
  }

  /**
   * Returns the origin of a rule.
   *
   * @param hop a connection that is blocked without the rule; it tells the flows of a rule apart
   */
  PolicyOrigin of(Element.Admission admission, Optional<Hop> hop) {
    Policy policy = admission.policy();
    Rule rule = admission.rule();
    Direction direction = admission.direction();
    return hop.map(
            blocked ->
                origins.of(
                    new RuleMatch(policy, rule, rule.peers(), rule.ports()),
                    direction,
                    blocked.connection()))
        .orElseGet(() -> origins.of(policy));
  }

  /** Returns the name of a policy, which can stand for those of all namespaces to come. */
  String name(Policy policy) {
    return standIns.contains(policy.namespace())
        ? "NetworkPolicy " + policy.name() + " of every namespace to come"
        : policy.toString();
  }
}
