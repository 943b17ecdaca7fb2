package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Span;
import dev.zonec.verifier.proof.Hop;
import dev.zonec.verifier.semantics.Admission;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Side;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule that lets a hop through.
 *
 * @param policy its policy, as reports call it
 * @param file the policy's file
 * @param generated whether zonec wrote it
 * @param site the rule
 */
record AdmittingRule(String policy, String file, boolean generated, Span site) {
  /** One rule for each side of each hop on which a rule decides. */
  static List<AdmittingRule> of(List<Hop> hops) {
    return hops.stream()
        .map(Hop::decision)
        .flatMap(
            decision ->
                decision instanceof Decision.Judged judged
                    ? Stream.of(judged.egress(), judged.ingress())
                    : Stream.empty())
        .map(AdmittingRule::of)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<AdmittingRule> of(Side side) {
    return switch (side.last()) {
      case Side.Admitted(var by) -> {
        Admission first = by.getFirst();
        yield Optional.of(
            new AdmittingRule(
                first.policy().toString(),
                first.policy().site().source().name(),
                first.policy().generated(),
                first.rule().site()));
      }
      case Side.Decided decided ->
          decided.admits()
              ? Optional.of(
                  new AdmittingRule(
                      decided.by().policy().toString(),
                      decided.by().policy().site().source().name(),
                      false,
                      decided.by().rule().site()))
              : Optional.empty();
      case Side.NothingToAsk nothing -> Optional.empty();
      case Side.OutOfReach out -> Optional.empty();
      case Side.NotIsolated free -> Optional.empty();
      case Side.OwnNode own -> Optional.empty();
      case Side.Undefined undefined -> Optional.empty();
      case Side.Blocked blocked -> Optional.empty();
      case Side.Passed passed -> Optional.empty();
    };
  }
}
