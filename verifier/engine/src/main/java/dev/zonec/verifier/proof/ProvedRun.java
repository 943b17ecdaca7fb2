package dev.zonec.verifier.proof;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.verifier.quotient.VocabularyCover;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.smt.ImpossibleQuestions;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Claims of a program about a world that are proved, for one choice of the addresses of pods. It
 * proves that they hold about other policies too ({@link EditProof}). The questions are about the
 * vocabulary of the proved run, which must cover the other policies.
 */
final class ProvedRun implements AutoCloseable {
  /** After so many edits, the solver has many definitions of policies that are no longer used. */
  private static final int EDITS = 500;

  private final ProvedParts parts;
  private final Relations relations;
  private final ClaimStatements claims;
  private Set<UndeclaredConnections.Part> inWhole;
  private Z3Checker checker;
  private int edits;

  /**
   * @param verification a verification without waivers
   * @param parts the parts of its proofs
   * @param claims the keys of the claims to keep, which are proved
   */
  ProvedRun(Verification verification, ProvedParts parts, Set<String> claims) {
    Verification there = verification.in(parts.addresses());
    this.parts = parts;
    this.inWhole = parts.inWhole();
    this.relations =
        new Relations(
            new BoxSpace(parts.vocabulary()),
            there.program(),
            there.covered(),
            there.may(),
            new ExcludedPods(parts.disjoint()).in(there.scope(), there.program()));
    this.checker = newChecker();
    this.claims = ClaimStatements.of(claims, relations, parts, checker);
  }

  private Z3Checker newChecker() {
    Z3Checker made =
        new Z3Checker(
            parts.vocabulary(), List.of(), Deadline.current(), ImpossibleQuestions.none());
    made.assume(relations.excluded().noEndIsExcluded());
    return made;
  }

  /**
   * The result for other policies.
   *
   * @param questions the number of questions that were put to the solver
   * @param inWhole the parts whose proof needs policies of both sides
   */
  record Kept(int questions, Set<UndeclaredConnections.Part> inWhole) {}

  /**
   * Returns a result if all claims are proved about the second world of {@code edit}, whose first
   * world is the one that they were proved about. If not, some claim may be violated, or it is not
   * known.
   */
  Optional<Kept> after(PolicyEdit edit, Deadline deadline) {
    if (!new VocabularyCover(parts.vocabulary()).covers(edit.written())) {
      return Optional.empty();
    }
    if (++edits % EDITS == 0) {
      checker.close();
      checker = newChecker();
    }
    checker.setDeadline(deadline);
    int asked = checker.questions();
    EditProof proof = new EditProof(edit, claims, inWhole, relations, checker);
    return proof.keepsClaims()
        ? Optional.of(new Kept(checker.questions() - asked, proof.inWhole()))
        : Optional.empty();
  }

  /** Makes {@code kept} the state that the next edit is compared with. */
  void accept(Kept kept) {
    inWhole = kept.inWhole();
  }

  @Override
  public void close() {
    checker.close();
  }
}
