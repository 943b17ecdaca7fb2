package dev.zonec.verifier.proof;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.model.program.Assertion;
import dev.zonec.verifier.reach.SearchTree;
import dev.zonec.verifier.smt.ParallelQuestions;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Proves that no path leads from some parties to others. {@link PathFinder} finds the set that is
 * reached, and {@link PathInvariantProof} proves that it is an invariant.
 */
final class PathProof {
  private final Relations relations;
  private final Z3Checker checker;
  private final ParallelQuestions small;
  private final Deadline deadline;
  private final PathFinder finder;
  private final Map<PathQuestion, PathInvariants> proved = new HashMap<>();

  PathProof(
      Relations relations,
      Z3Checker checker,
      ParallelQuestions small,
      PathFinder finder,
      Deadline deadline) {
    this.relations = relations;
    this.checker = checker;
    this.small = small;
    this.finder = finder;
    this.deadline = deadline;
  }

  /** Returns proved if and only if there is no path, whichever values the unknown labels have. */
  Verdict verdict(PathQuestion question) {
    if (deadline.passed()) {
      return new Verdict.Inconclusive("the time ran out", List.of());
    }
    return switch (finder.path(question)) {
      case PathFinder.Result.NoneListed(SearchTree reached) ->
          proved(question, PathInvariants.of(reached, question.within()));
      // The level search assumes that a namespace has the same labels on the whole path, but a
      // stand-in represents many namespaces.
      case PathFinder.Result.None none when !relations.excluded().standIns().isEmpty() ->
          new Verdict.Inconclusive(
              "a path may lead through namespaces of `foreach` that differ in their other labels",
              List.of());
      case PathFinder.Result.None(LevelSearch.Result.NoPath none) ->
          proved(question, PathInvariants.of(none));
      case PathFinder.Result.Path(List<Hop> hops) ->
          new Verdict.Refuted(List.of(path(question.claim(), hops)));
      case PathFinder.Result.Shorter none ->
          throw new IllegalStateException("a path without a hop");
      case PathFinder.Result.Unknown(String reason) -> new Verdict.Inconclusive(reason, List.of());
    };
  }

  private Verdict proved(PathQuestion question, PathInvariants invariants) {
    Verdict verdict = new PathInvariantProof(question, relations, checker, small).check(invariants);
    if (verdict instanceof Verdict.Proved) {
      proved.put(question, invariants);
    }
    return verdict;
  }

  /** Returns the invariants of all questions that were proved. */
  Map<PathQuestion, PathInvariants> invariants() {
    return Map.copyOf(proved);
  }

  /** Returns the invariants of {@code question}; empty if it was not proved. */
  Optional<PathInvariants> invariants(PathQuestion question) {
    return Optional.ofNullable(proved.get(question));
  }

  private static Counterexample path(Assertion.NoPath claim, List<Hop> hops) {
    return new Counterexample.BrokenAssertion(claim, hops);
  }
}
