package dev.zonec.application.risk;

import dev.zonec.verifier.semantics.Decision;

/** Counts the rules that let a connection through. */
final class RiskRules {
  private RiskRules() {}

  /** Returns the number of rules that decide {@code decision}, on both sides. */
  static int count(Decision decision) {
    return switch (decision) {
      case Decision.Judged(var egress, var ingress) ->
          egress.decidingRules().size() + ingress.decidingRules().size();
      case Decision.SamePod same -> 0;
      case Decision.OwnService own -> 0;
    };
  }
}
