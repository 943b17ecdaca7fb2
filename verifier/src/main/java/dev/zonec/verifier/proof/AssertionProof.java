package dev.zonec.verifier.proof;

import dev.zonec.model.net.Service;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Party;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import dev.zonec.verifier.smt.Outcome;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Decides assertions. */
final class AssertionProof {
  private final Relations relations;
  private final Z3Checker checker;
  private final Replay replay;
  private final PathProof paths;

  AssertionProof(Relations relations, Z3Checker checker, Replay replay, PathProof paths) {
    this.relations = relations;
    this.checker = checker;
    this.replay = replay;
    this.paths = paths;
  }

  Verdict verdict(Assertion assertion) {
    Optional<String> empty = emptyParty(assertion);
    if (empty.isPresent()) {
      return new Verdict.Vacuous(empty.get());
    }
    return switch (assertion) {
      case Assertion.Never never ->
          allowed(
              Formula.all(
                  between(never.from(), never.to()),
                  new Formula.Opens(never.service()),
                  relations.enforced()));
      case Assertion.Only only ->
          allowed(
              Formula.all(
                  Formula.in(End.DESTINATION, only.to()),
                  Formula.not(
                      Formula.all(
                          Formula.in(End.SOURCE, only.from()), new Formula.Opens(only.service()))),
                  relations.enforced()));
      case Assertion.Isolated isolated ->
          allowed(
              Formula.all(
                  Formula.any(
                      Formula.in(End.SOURCE, isolated.zones()),
                      Formula.in(End.DESTINATION, isolated.zones())),
                  relations.enforced(),
                  Formula.not(relations.declared())));
      case Assertion.Reachable reachable -> reachable(reachable);
      case Assertion.NoPath noPath -> paths.verdict(noPath);
    };
  }

  private static Formula between(List<Party> from, List<Party> to) {
    return Formula.all(Formula.in(End.SOURCE, from), Formula.in(End.DESTINATION, to));
  }

  private Verdict allowed(Formula forbidden) {
    return unless(forbidden, found -> new Counterexample.Allowed(replay.allowed(found)));
  }

  /** Proved unless {@code wrong} is possible. */
  private Verdict unless(Formula wrong, Function<Outcome.Possible, Counterexample> shown) {
    return switch (checker.check(wrong)) {
      case Outcome.Impossible impossible -> new Verdict.Proved();
      case Outcome.Unknown(String reason) -> new Verdict.Inconclusive(reason, List.of());
      case Outcome.Possible possible -> new Verdict.Refuted(List.of(shown.apply(possible)));
    };
  }

  private Verdict reachable(Assertion.Reachable claim) {
    Formula blocked =
        Formula.all(
            between(claim.from(), claim.to()),
            new Formula.Opens(claim.service()),
            Formula.not(relations.enforcedSurely()));
    return unless(
        blocked, found -> new Counterexample.Blocked(replay.blocked(found), Optional.empty()));
  }

  /** The first party that can have no member, so that the assertion would hold of nothing. */
  private Optional<String> emptyParty(Assertion assertion) {
    List<Party> parties = new ArrayList<>();
    switch (assertion) {
      case Assertion.Never(var n, var from, var to, Service s, var o) -> {
        parties.addAll(from);
        parties.addAll(to);
      }
      case Assertion.NoPath(var n, var from, var to, var via, var w, var o) -> {
        parties.addAll(from);
        parties.addAll(to);
        parties.addAll(via);
      }
      case Assertion.Only(var n, var from, var to, Service s, var o) -> {
        parties.addAll(from);
        parties.addAll(to);
      }
      case Assertion.Isolated(var n, var zones, var o) -> parties.addAll(zones);
      case Assertion.Reachable(var n, var from, var to, Service s, var o) -> {
        parties.addAll(from);
        parties.addAll(to);
      }
    }
    if (assertion instanceof Assertion.NoPath path && !path.via().isEmpty()) {
      for (List<Party> end : List.of(path.from(), path.to())) {
        if (isCovered(end, path.via())) {
          return Optional.of(end.getFirst().name() + " without what is excepted");
        }
      }
    }
    return parties.stream()
        .filter(party -> relations.space().party(party).isEmpty())
        .map(Party::name)
        .findFirst();
  }

  /** Whether nothing of {@code end} is left once {@code via} is taken out. */
  private boolean isCovered(List<Party> end, List<Party> via) {
    BoxSpace space = relations.space();
    return space.minus(space.parties(end), space.parties(via)).isEmpty();
  }
}
