package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.verifier.origin.PolicyOrigin;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.proof.Hop;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.RuleMatch;
import dev.zonec.verifier.semantics.SideDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rule that lets a hop through.
 *
 * @param hop the number of the hop that it lets through, counted from 1
 * @param direction the side of the hop that it decides
 * @param policy its policy, as reports call it
 * @param file the policy's file
 * @param generated whether zonec wrote it
 * @param span the rule
 * @param origin where it comes from
 */
record AdmittingRule(
    int hop,
    Direction direction,
    String policy,
    String file,
    boolean generated,
    Span span,
    PolicyOrigin origin) {
  /** One rule for each side of each hop on which a rule decides. */
  static List<AdmittingRule> of(List<Hop> hops, PolicyOrigins origins) {
    List<AdmittingRule> rules = new ArrayList<>();
    for (int i = 0; i < hops.size(); i++) {
      Hop hop = hops.get(i);
      if (hop.decision() instanceof Decision.Judged(SideDecision egress, SideDecision ingress)) {
        of(i + 1, hop, Direction.EGRESS, egress, origins).ifPresent(rules::add);
        of(i + 1, hop, Direction.INGRESS, ingress, origins).ifPresent(rules::add);
      }
    }
    return rules;
  }

  /** The flow that the rule is compiled from, or the rule where a person wrote it. */
  Span place() {
    return origin instanceof PolicyOrigin.Compiled compiled ? compiled.first().span() : span;
  }

  private static Optional<AdmittingRule> of(
      int number, Hop hop, Direction direction, SideDecision side, PolicyOrigins origins) {
    return switch (side.decisive()) {
      case SideDecision.Admitted(var by) -> {
        RuleMatch first = by.getFirst();
        yield Optional.of(
            new AdmittingRule(
                number,
                direction,
                first.policy().toString(),
                first.policy().span().source().name(),
                first.policy().generated(),
                first.rule().span(),
                origins.of(first, direction, hop.connection())));
      }
      case SideDecision.Decided decided ->
          decided.admits()
              ? Optional.of(
                  new AdmittingRule(
                      number,
                      direction,
                      decided.by().policy().toString(),
                      decided.by().policy().span().source().name(),
                      false,
                      decided.by().rule().span(),
                      new PolicyOrigin.Written()))
              : Optional.empty();
      case SideDecision.NotAPod nothing -> Optional.empty();
      case SideDecision.OnHostNetwork out -> Optional.empty();
      case SideDecision.NotIsolated free -> Optional.empty();
      case SideDecision.OwnNode own -> Optional.empty();
      case SideDecision.Undefined undefined -> Optional.empty();
      case SideDecision.Blocked blocked -> Optional.empty();
      case SideDecision.Passed passed -> Optional.empty();
    };
  }
}
