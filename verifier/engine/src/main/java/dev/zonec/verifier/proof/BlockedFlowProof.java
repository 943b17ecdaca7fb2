package dev.zonec.verifier.proof;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.rules.PolicySet;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Outcome;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows that whatever a flow declares, the policies must allow: flow by flow, side by side, since
 * the connection is blocked iff one side blocks it. Only what both ends agree to counts.
 */
final class BlockedFlowProof {
  private final Relations relations;
  private final Z3Checker checker;
  private final Replay replay;

  BlockedFlowProof(Relations relations, Z3Checker checker, Replay replay) {
    this.relations = relations;
    this.checker = checker;
    this.replay = replay;
  }

  Verdict verdict() {
    List<Counterexample> found = new ArrayList<>();
    Optional<String> unknown = Optional.empty();
    for (Flow flow : relations.program().flows()) {
      for (Direction direction : promisedSides(flow)) {
        Outcome outcome =
            checker.checkSeparately(
                Formula.all(
                    relations.declared().by(flow),
                    Formula.not(relations.mustAdmit(direction, rulesAt(flow, direction)))));
        switch (outcome) {
          case Outcome.Impossible impossible -> {}
          case Outcome.Unknown(String reason) -> unknown = unknown.or(() -> Optional.of(reason));
          case Outcome.Possible possible ->
              found.add(new Counterexample.BlockedFlow(replay.blocked(possible), flow));
        }
      }
    }
    return Verdict.of(found, unknown);
  }

  /**
   * The ends at which {@code flow} promises that its connections pass. An end that is {@code any},
   * {@code any-pod} or a part of them stands for pods that the program does not govern: the flow
   * permits them and promises nothing at that end.
   */
  private static List<Direction> promisedSides(Flow flow) {
    List<Direction> sides = new ArrayList<>();
    if (!isUnnamed(flow.from())) {
      sides.add(Direction.EGRESS);
    }
    if (!isUnnamed(flow.to())) {
      sides.add(Direction.INGRESS);
    }
    return sides;
  }

  private static boolean isUnnamed(Party party) {
    return party instanceof Party.Anyone || party instanceof Party.Others;
  }

  /** The rules that may concern the flow's pods on that side. */
  private PolicySet rulesAt(Flow flow, Direction direction) {
    Party party = direction == Direction.EGRESS ? flow.from() : flow.to();
    return relations.byNamespace().rules(PartyNamespaces.of(party, relations.space().vocabulary()));
  }
}
