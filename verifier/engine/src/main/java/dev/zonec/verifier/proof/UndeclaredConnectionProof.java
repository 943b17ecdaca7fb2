package dev.zonec.verifier.proof;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.SideDecision;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import dev.zonec.verifier.smt.Outcome;
import dev.zonec.verifier.smt.Witness;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Shows that whatever the policies may allow with an end in a zone, a flow declares.
 *
 * <p>Cut by namespace and side. A connection whose source is in a zone is declared if the source's
 * own egress policies, alone, admit only what flows of the namespace surely declare; else the whole
 * relation is asked. The same for a connection that only ends in a zone, and the destination's
 * ingress policies. Together the two cases are every connection that concerns the program.
 */
final class UndeclaredConnectionProof {
  /** The most counterexamples that are looked for in one namespace and direction. */
  private static final int ENOUGH = 5;

  private final Relations relations;
  private final Z3Checker checker;
  private final Replay replay;
  private final Set<Formula> seenForStandIns = new HashSet<>();

  UndeclaredConnectionProof(Relations relations, Z3Checker checker, Replay replay) {
    this.relations = relations;
    this.checker = checker;
    this.replay = replay;
  }

  Verdict verdict() {
    List<Counterexample> found = new ArrayList<>();
    Optional<String> unknown = Optional.empty();
    for (End end : End.values()) {
      seenForStandIns.clear();
      for (int namespace : relations.byNamespace().governedNamespaces()) {
        Optional<String> reason = piece(end, namespace, found);
        unknown = unknown.or(() -> reason);
      }
    }
    return Verdict.of(found, unknown);
  }

  /** Adds what is found; gives the reason if the solver gave up. */
  private Optional<String> piece(End end, int namespace, List<Counterexample> found) {
    Direction direction = end.direction();
    Formula local =
        Formula.all(
            new Formula.InNamespace(end, namespace),
            Formula.in(end, relations.byNamespace().zones(namespace)),
            relations.mayAdmit(direction, relations.byNamespace().rules(Bits.of(namespace))));
    Outcome alone =
        checker.checkSeparately(
            Formula.all(local, Formula.not(relations.declared().lowerBoundAt(end, namespace))));
    if (alone instanceof Outcome.Impossible) {
      return Optional.empty();
    }
    Direction opposite = direction.opposite();
    List<Formula> whole = new ArrayList<>();
    whole.add(local);
    if (end == End.DESTINATION) {
      // With a source in a zone it is the other case.
      whole.add(Formula.not(relations.declared().inZones(End.SOURCE)));
    }
    whole.add(Formula.not(relations.declared().at(end, namespace)));
    whole.add(relations.mayAdmit(opposite, relations.rules()));
    for (int i = 0; i < ENOUGH; i++) {
      switch (checker.check(new Formula.All(whole))) {
        case Outcome.Impossible impossible -> {
          return Optional.empty();
        }
        case Outcome.Unknown(String reason) -> {
          return Optional.of(reason);
        }
        case Outcome.Possible possible -> {
          Hop hop = replay.allowedAndUndeclared(possible);
          Formula reasons = sameReasons(hop);
          // What one stand-in shows, others show again.
          if (!relations.isStandIn(namespace) || seenForStandIns.add(reasons)) {
            found.add(new Counterexample.UndeclaredConnection(hop));
          }
          whole.add(Formula.not(new Formula.Defined(reasons)));
        }
      }
    }
    return Optional.empty();
  }

  /** What is let through for the same reasons would be the same finding again. */
  private Formula sameReasons(Hop hop) {
    return switch (hop.decision()) {
      case Decision.Judged(SideDecision egress, SideDecision ingress) ->
          Formula.all(
              sameReason(Direction.EGRESS, hop.from(), egress),
              sameReason(Direction.INGRESS, hop.to(), ingress));
      // The ends of a symbolic connection are different pods, and no Service is between them.
      case Decision.SamePod samePod -> Formula.all();
      case Decision.OwnService ownService -> Formula.all();
    };
  }

  private Formula sameReason(Direction direction, Witness subject, SideDecision side) {
    return side.decidingRules().stream()
        .findFirst()
        .map(rule -> sameRule(direction, subject, rule))
        .orElseGet(() -> open(direction));
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

  /** Without what isolated pods may do, only pods that nothing isolates are admitted. */
  private Formula open(Direction direction) {
    return relations.mayAdmit(direction, relations.rules().withoutExceptions());
  }
}
