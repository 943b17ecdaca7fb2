package dev.zonec.verifier.proof;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.SideDecision;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import dev.zonec.verifier.smt.Outcome;
import dev.zonec.verifier.smt.ParallelQuestions;
import dev.zonec.verifier.smt.Witness;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Proves that every connection with an end in a zone that the policies allow is declared.
 *
 * <p>The proof is divided by namespace and side. If the source is in a zone of a namespace, the
 * first question is whether the egress policies of this namespace alone admit more than its flows
 * declare. If not, no other policy matters. Otherwise, the second question contains all policies,
 * because a connection that the other side denies is not a counterexample. A connection whose
 * source is in no zone and whose destination is in a zone is treated in the same way, with the
 * ingress policies of the destination. Together, the two cases contain every connection that
 * concerns the program (spec/verification.md, Single connections).
 */
final class UndeclaredConnectionProof {
  /** The most counterexamples for one namespace and side. */
  private static final int MOST_COUNTEREXAMPLES = 5;

  /**
   * The number of counterexamples of one side after which no more are searched: the claim does not
   * hold, and more of them would take minutes in a large cluster.
   */
  private static final int ENOUGH_COUNTEREXAMPLES = 100;

  private static final Claim CLAIM = new Claim.NoUndeclaredConnection();

  private final Relations relations;
  private final Z3Checker checker;
  private final ParallelQuestions small;
  private final Replay replay;
  private final ConnectionAcceptance acceptance;
  private final UndeclaredConnections connections;
  private final Formula notAccepted;
  private final Set<Formula> seenForStandIns = new HashSet<>();
  private final Set<UndeclaredConnections.Part> inWhole;

  /**
   * @param small answers the questions about the policies of one namespace
   * @param inWhole receives the parts whose proof needs policies of both sides
   */
  UndeclaredConnectionProof(
      Relations relations,
      Z3Checker checker,
      ParallelQuestions small,
      Replay replay,
      ConnectionAcceptance acceptance,
      Set<UndeclaredConnections.Part> inWhole) {
    this.inWhole = inWhole;
    this.relations = relations;
    this.checker = checker;
    this.small = small;
    this.replay = replay;
    this.acceptance = acceptance;
    this.connections = new UndeclaredConnections(relations);
    this.notAccepted = new Formula.Defined(Formula.not(acceptance.covered(CLAIM)));
  }

  Verdict verdict() {
    DividedVerdict divided = new DividedVerdict();
    for (End end : End.values()) {
      seenForStandIns.clear();
      int before = divided.found();
      List<Integer> namespaces = relations.byNamespace().governedNamespaces();
      BitSet hold =
          small.impossible(namespaces.size(), i -> connections.inShort(end, namespaces.get(i)));
      for (int i = 0; i < namespaces.size(); i++) {
        if (!hold.get(i) && divided.found() - before < acceptance.most(ENOUGH_COUNTEREXAMPLES)) {
          prove(end, namespaces.get(i), divided);
        }
      }
    }
    return acceptance.verdict(
        CLAIM,
        undeclared(),
        possible -> new Counterexample.UndeclaredConnection(replay.allowedAndUndeclared(possible)),
        divided.verdict());
  }

  /** The connection is allowed and undeclared, and an end of it is in a zone. */
  private Formula undeclared() {
    return Formula.all(
        Formula.any(
            relations.declared().inZones(End.SOURCE),
            relations.declared().inZones(End.DESTINATION)),
        relations.mayAllow(),
        Formula.not(relations.declared().all()));
  }

  /**
   * Adds the counterexamples of one namespace and side to {@code divided}, and the reason if the
   * solver gave up. The question contains all policies.
   */
  private void prove(End end, int namespace, DividedVerdict divided) {
    Obligation obligation = connections.at(end, namespace);
    inWhole.add(new UndeclaredConnections.Part(end, namespace));
    List<Formula> whole = new ArrayList<>(List.of(obligation.formula(), notAccepted));
    for (int i = 0; i < acceptance.most(MOST_COUNTEREXAMPLES); i++) {
      switch (checker.check(new Formula.All(whole))) {
        case Outcome.Impossible impossible -> {
          return;
        }
        case Outcome.Unknown(String reason) -> {
          divided.addUnknown(reason);
          return;
        }
        case Outcome.Possible possible -> {
          Hop hop = replay.allowedAndUndeclared(possible);
          Counterexample found = new Counterexample.UndeclaredConnection(hop);
          Formula reasons = acceptance.exhaustive() ? acceptance.like(found) : sameReasons(hop);
          // Stand-ins have equal policies, so one counterexample for all of them is enough.
          if (!relations.isStandIn(namespace) || seenForStandIns.add(reasons)) {
            divided.add(found);
          }
          whole.add(Formula.not(new Formula.Defined(reasons)));
        }
      }
    }
  }

  /**
   * The connection is allowed for the same reasons as {@code hop}. It would be the same finding for
   * the user.
   */
  private Formula sameReasons(Hop hop) {
    return switch (hop.decision()) {
      case Decision.Judged(SideDecision egress, SideDecision ingress) ->
          Formula.all(
              sameReason(Direction.EGRESS, hop.from(), egress),
              sameReason(Direction.INGRESS, hop.to(), ingress));
      // Proofs are about two different pods that are connected directly, so these do not occur.
      case Decision.SamePod samePod -> Formula.all();
      case Decision.OwnService ownService -> Formula.all();
    };
  }

  private Formula sameReason(Direction direction, Witness subject, SideDecision side) {
    return side.decidingRules().stream()
        .findFirst()
        .map(rule -> sameRule(direction, subject, rule))
        .orElseGet(() -> isNotIsolated(direction));
  }

  private Formula sameRule(Direction direction, Witness subject, Span rule) {
    return subject.endpoint() instanceof Endpoint.Pod pod
        ? relations
            .rules()
            .only(rule, pod, direction)
            .map(relations::mayMatch)
            .orElseGet(Formula::any)
        : Formula.any();
  }

  /**
   * The pods are not isolated in {@code direction}: without the rules that allow exceptions for
   * isolated pods, only pods that no policy isolates are admitted.
   */
  private Formula isNotIsolated(Direction direction) {
    return relations.mayAdmit(direction, relations.rules().withoutExceptions());
  }
}
