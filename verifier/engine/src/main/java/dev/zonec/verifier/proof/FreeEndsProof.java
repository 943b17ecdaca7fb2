package dev.zonec.verifier.proof;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves that the policies block nothing at an end that no zone denies, namespace by namespace.
 *
 * <p>Together with the other claims, this shows that the policies are equivalent to the program
 * (spec/verification.md, Import). Each end of a declared connection permits it for one of two
 * reasons: a flow opens this side, and {@link BlockedFlowProof} shows that the policies let the
 * connection through, or no zone denies the end, which is the case here.
 */
final class FreeEndsProof {
  private final Relations relations;
  private final Z3Checker checker;
  private final Replay replay;

  FreeEndsProof(Relations relations, Z3Checker checker, Replay replay) {
    this.relations = relations;
    this.checker = checker;
    this.replay = replay;
  }

  Verdict verdict() {
    DividedVerdict divided = new DividedVerdict();
    for (End end : End.values()) {
      for (Formula blocked : blocked(end)) {
        divided.add(
            checker.check(blocked),
            possible -> new Counterexample.BlockedConnection(replay.blocked(possible)));
      }
    }
    return divided.verdict();
  }

  /**
   * Returns one question for each namespace with policies. If some policy applies to several
   * namespaces, there is a single question for all namespaces.
   */
  private List<Formula> blocked(End end) {
    Direction direction = end.direction();
    if (!relations.rules().isLocal()) {
      return List.of(
          Formula.all(
              relations.declared().isFree(end),
              Formula.not(relations.mustAdmit(direction, relations.rules()))));
    }
    List<Formula> questions = new ArrayList<>();
    for (int namespace : relations.byNamespace().namespacesWithRules()) {
      questions.add(
          Formula.all(
              new Formula.InNamespace(end, namespace),
              relations.declared().isFree(end),
              Formula.not(
                  relations.mustAdmit(
                      direction, relations.byNamespace().rules(Bits.of(namespace))))));
    }
    return questions;
  }
}
