package dev.zonec.checker.open;

import dev.zonec.checker.document.EndSet;
import dev.zonec.checker.document.PathPart;
import dev.zonec.checker.solver.Statement;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.Waiver;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What must be impossible so that a part of a proof shows that there is no path
 * (spec/certificates.md, Parts of a path proof).
 *
 * @param encoding the statements
 * @param claim the claim
 * @param part the part, in which {@link PathPartsCheck} found no problem
 */
record PathObligations(Encoding encoding, Assertion.NoPath claim, PathPart part) {
  List<Obligation> obligations() {
    return switch (part.proof()) {
      case PathPart.Proof.Empty empty ->
          encoding.places().of(End.source(), this::isStart).stream()
              .map(
                  source ->
                      new Obligation(
                          "a start of a part without starts",
                          new Ends(source, End.destination()),
                          () -> isStart(source)))
              .toList();
      case PathPart.Proof.Invariants(var sets) -> ofInvariants(sets);
    };
  }

  private List<Obligation> ofInvariants(List<EndSet> sets) {
    List<Obligation> all = new ArrayList<>();
    EndSet last = sets.getLast();
    addSteps(
        "an allowed connection from a start out of set 1", this::isStart, sets.getFirst(), all);
    for (int i = 0; i + 1 < sets.size(); i++) {
      EndSet set = sets.get(i);
      addSteps(
          "an allowed connection from set " + (i + 1) + " out of set " + (i + 2),
          end -> isPassedIn(end, set),
          sets.get(i + 1),
          all);
    }
    if (claim.within().isEmpty() || claim.within().getAsInt() > sets.size()) {
      addSteps(
          "an allowed connection that leaves the last set",
          end -> isPassedIn(end, last),
          last,
          all);
    }
    // A target in an earlier set would be reached too, with fewer hops.
    for (int i = 0; i < sets.size(); i++) {
      EndSet set = sets.get(i);
      String violation = "a target in set " + (i + 1);
      for (End end : encoding.places().of(End.destination(), this::isTarget)) {
        all.add(
            new Obligation(
                violation,
                new Ends(End.source(), end),
                () -> Statement.all(isIn(end, set), isTarget(end))));
      }
    }
    return all;
  }

  private void addSteps(
      String violation, Function<End, Statement> from, EndSet to, List<Obligation> all) {
    for (End source : encoding.places().of(End.source(), from)) {
      Ends ends = new Ends(source, End.destination());
      all.add(
          new Obligation(
              violation,
              ends,
              encoding.allowed(
                  ends,
                  () ->
                      Statement.all(
                          from.apply(source), Statement.not(isIn(End.destination(), to))))));
    }
  }

  /** The end is a start of exactly the waivers of the part. */
  private Statement isStart(End end) {
    List<Statement> all = new ArrayList<>();
    all.add(in(end, claim.from()));
    all.add(Statement.not(in(end, claim.via())));
    List<Waiver> waivers = encoding.run().waivers(claim);
    for (int i = 0; i < waivers.size(); i++) {
      Statement excused = in(end, waivers.get(i).excused().from());
      all.add(part.waivers().get(i) ? excused : Statement.not(excused));
    }
    return Statement.all(all);
  }

  /** The end is a target, and no waiver of the part excuses paths to it. */
  private Statement isTarget(End end) {
    List<Statement> all = new ArrayList<>();
    all.add(in(end, claim.to()));
    all.add(Statement.not(in(end, claim.via())));
    List<Waiver> waivers = encoding.run().waivers(claim);
    for (int i = 0; i < waivers.size(); i++) {
      if (part.waivers().get(i)) {
        all.add(Statement.not(in(end, waivers.get(i).excused().to())));
      }
    }
    return Statement.all(all);
  }

  private Statement in(End end, List<? extends Party> parties) {
    return encoding.ends().inAny(end, parties);
  }

  private Statement isIn(End end, EndSet set) {
    return new InvariantStatements(encoding.ends()).in(end, set, isTarget(end));
  }

  /** The end is in the set, and paths of the claim pass through it. */
  private Statement isPassedIn(End end, EndSet set) {
    return Statement.all(
        isIn(end, set),
        new RelayStatements(encoding.ends(), encoding.run().program()).isRelay(end),
        Statement.not(in(end, claim.via())));
  }
}
