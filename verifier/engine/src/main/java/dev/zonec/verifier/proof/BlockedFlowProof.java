package dev.zonec.verifier.proof;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.rules.PolicySet;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import dev.zonec.verifier.accepted.Extent;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Outcome;
import dev.zonec.verifier.smt.ParallelQuestions;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Proves that the policies allow every connection that a flow declares, under MUST.
 *
 * <p>The proof is divided by flow and side, because a connection is blocked if and only if one side
 * blocks it. Only connections that both ends permit count (spec/verification.md, Single
 * connections).
 */
final class BlockedFlowProof {
  private static final Claim CLAIM = new Claim.NoBlockedFlow();

  private final Relations relations;
  private final Z3Checker checker;
  private final ParallelQuestions small;
  private final Replay replay;
  private final AcceptedFindings accepted;

  /**
   * @param small answers the questions about one flow and side
   */
  BlockedFlowProof(
      Relations relations,
      Z3Checker checker,
      ParallelQuestions small,
      Replay replay,
      AcceptedFindings accepted) {
    this.relations = relations;
    this.checker = checker;
    this.small = small;
    this.replay = replay;
    this.accepted = accepted;
  }

  Verdict verdict() {
    DividedVerdict divided = new DividedVerdict();
    List<PromisedSide> sides = promisedSides(relations);
    BitSet open = small.impossible(sides.size(), i -> blocked(sides.get(i)));
    for (int i = open.nextClearBit(0); i < sides.size(); i = open.nextClearBit(i + 1)) {
      Flow flow = sides.get(i).flow();
      Outcome outcome = checker.checkSeparately(blocked(sides.get(i)));
      accepted
          .of(CLAIM, new Extent.BlockedFlow(flow.toString()))
          .ifPresentOrElse(
              acceptance ->
                  accepted.answered(
                      CLAIM, acceptance, outcome, possible -> blocked(flow, possible)),
              () -> divided.add(outcome, possible -> blocked(flow, possible)));
    }
    return accepted.verdict(CLAIM, divided.verdict());
  }

  /** Returns the obligations from which it follows that the policies block no flow. */
  static List<Obligation> obligations(Relations relations) {
    return promisedSides(relations).stream()
        .map(
            side ->
                Obligation.small(
                    "a connection of the flow "
                        + side.flow()
                        + " is blocked at its "
                        + (side.direction() == Direction.EGRESS ? "source" : "destination"),
                    blocked(relations, side.flow(), side.direction())))
        .toList();
  }

  /** A side at which a flow promises that its connections are allowed. */
  private record PromisedSide(Flow flow, Direction direction) {}

  private static List<PromisedSide> promisedSides(Relations relations) {
    return relations.program().flows().stream()
        .flatMap(flow -> promisedSides(flow).stream().map(side -> new PromisedSide(flow, side)))
        .toList();
  }

  private Formula blocked(PromisedSide side) {
    return blocked(relations, side.flow(), side.direction());
  }

  /** The flow declares the connection, and the policies of one side may not admit it. */
  private static Formula blocked(Relations relations, Flow flow, Direction direction) {
    return Formula.all(
        relations.declared().by(flow),
        Formula.not(relations.mustAdmit(direction, rulesAt(relations, flow, direction))));
  }

  private Counterexample blocked(Flow flow, Outcome.Possible possible) {
    return new Counterexample.BlockedFlow(replay.blocked(possible), flow);
  }

  /**
   * Returns the sides at which {@code flow} promises that its connections are allowed. An end that
   * is {@code any}, {@code any-pod} or a part of them contains pods that the program does not
   * govern. The flow permits their connections, but it promises nothing at this end.
   */
  static List<Direction> promisedSides(Flow flow) {
    List<Direction> sides = new ArrayList<>();
    if (!isAnyone(flow.from())) {
      sides.add(Direction.EGRESS);
    }
    if (!isAnyone(flow.to())) {
      sides.add(Direction.INGRESS);
    }
    return sides;
  }

  private static boolean isAnyone(Party party) {
    return party instanceof Party.Anyone || party instanceof Party.Others;
  }

  /** Returns the rules that can apply to the flow's pods on this side. */
  private static PolicySet rulesAt(Relations relations, Flow flow, Direction direction) {
    Party party = direction == Direction.EGRESS ? flow.from() : flow.to();
    return relations.byNamespace().rules(PartyNamespaces.of(party, relations.space().vocabulary()));
  }
}
