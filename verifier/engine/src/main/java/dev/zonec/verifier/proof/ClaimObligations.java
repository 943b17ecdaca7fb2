package dev.zonec.verifier.proof;

import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Waiver;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import java.util.ArrayList;
import java.util.List;

/**
 * The obligations from which it follows that a claim holds (spec/certificates.md, What must be
 * shown). They follow from the program and the policies; only the invariants of path claims come
 * from a search.
 *
 * @param relations the relations
 */
record ClaimObligations(Relations relations) {
  /**
   * Returns the obligations of {@code claim}, which has none if it follows from another claim.
   *
   * @param waivers the waivers of the claim
   * @param parts the parts of the proof of a path claim; empty for other claims
   */
  List<Obligation> of(Claim claim, List<Waiver> waivers, List<PathPart> parts) {
    return switch (claim) {
      case Claim.NoUndeclaredConnection c -> new UndeclaredConnections(relations).all();
      case Claim.NoBlockedFlow c -> BlockedFlowProof.obligations(relations);
      case Claim.NoUndeclaredPath c -> List.of();
      case Claim.Asserted(Assertion.NoPath paths) -> ofParts(paths, waivers, parts);
      case Claim.Asserted(Assertion assertion) ->
          List.of(
              Obligation.whole(
                  "a connection violates the assertion"
                      + (waivers.isEmpty() ? "" : ", and no waiver excuses it"),
                  unexcused(assertion, waivers)));
      case Claim.NoSharedPod c -> throw new IllegalArgumentException("not a claim that holds");
      case Claim.FreeEndsAdmit c -> throw new IllegalArgumentException("not a claim of verify");
    };
  }

  private List<Obligation> ofParts(
      Assertion.NoPath claim, List<Waiver> waivers, List<PathPart> parts) {
    List<Obligation> all = new ArrayList<>();
    for (PathPart part : parts) {
      PathObligations obligations =
          new PathObligations(question(claim, waivers, part.excused()), relations);
      part.invariants()
          .ifPresentOrElse(
              sets -> all.addAll(obligations.of(sets)), () -> all.add(obligations.noStart()));
    }
    return all;
  }

  /**
   * Returns the question of a part: the starts that belong to exactly the waivers with true, and
   * the targets that none of these waivers excuses.
   */
  static PathQuestion question(
      Assertion.NoPath claim, List<Waiver> waivers, List<Boolean> excused) {
    PathQuestion question = PathQuestion.of(claim);
    for (int i = 0; i < waivers.size(); i++) {
      Waiver.Excused by = waivers.get(i).excused();
      question =
          excused.get(i) ? question.fromAndNotTo(by.from(), by.to()) : question.notFrom(by.from());
    }
    return question;
  }

  /** Returns the truth values of all parts of a claim with so many waivers. */
  static List<List<Boolean>> parts(int waivers) {
    List<List<Boolean>> parts = new ArrayList<>();
    for (int bits = 0; bits < 1 << waivers; bits++) {
      List<Boolean> part = new ArrayList<>();
      for (int i = 0; i < waivers; i++) {
        part.add((bits >> i & 1) != 0);
      }
      parts.add(List.copyOf(part));
    }
    return parts;
  }

  /** The connection violates the assertion, which is not about paths, and no waiver excuses it. */
  private Formula unexcused(Assertion assertion, List<Waiver> waivers) {
    List<Formula> parts = new ArrayList<>(List.of(new Violations(relations).of(assertion)));
    waivers.forEach(waiver -> parts.add(Formula.not(excused(waiver))));
    return new Formula.All(parts);
  }

  /** The waiver excuses the connection. */
  static Formula excused(Waiver waiver) {
    return switch (waiver.excused()) {
      case Waiver.Excused.Connections(var from, var to, var service) ->
          Formula.all(
              Formula.in(End.SOURCE, from),
              Formula.in(End.DESTINATION, to),
              new Formula.InService(service));
      // A waiver for paths excuses no single connection.
      case Waiver.Excused.Paths paths -> Formula.any();
    };
  }
}
