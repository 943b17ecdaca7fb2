package dev.zonec.checker.open;

import dev.zonec.checker.solver.Constant;
import dev.zonec.checker.solver.Statement;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.Waiver;
import java.util.ArrayList;
import java.util.List;

/**
 * Violations of an assertion about single connections that no waiver excuses.
 *
 * @param encoding the statements
 */
record BrokenAssertions(Encoding encoding) {
  /** Returns the violations of {@code assertion}, which is not about paths. */
  List<Obligation> obligations(Assertion assertion) {
    return switch (assertion) {
      case Assertion.Never never -> never(never);
      case Assertion.Only only -> only(only);
      case Assertion.Isolated isolated -> isolated(isolated);
      case Assertion.Reachable reachable -> unreachable(reachable);
      case Assertion.TiersAdjacent tiers -> acrossTiers(tiers);
      case Assertion.NoPath path -> throw new IllegalArgumentException("about paths");
    };
  }

  private Statement in(End end, List<? extends Party> parties) {
    return encoding.ends().inAny(end, parties);
  }

  private Statement between(Ends ends, List<Party> from, List<Party> to) {
    return Statement.all(in(ends.source(), from), in(ends.destination(), to));
  }

  /** Returns the pairs of places of connections from one list of parties to another. */
  private List<Ends> places(List<Party> from, List<Party> to) {
    List<Ends> pairs = new ArrayList<>();
    for (End source : encoding.places().few(End.source(), end -> in(end, from))) {
      for (End destination : encoding.places().few(End.destination(), end -> in(end, to))) {
        pairs.add(new Ends(source, destination));
      }
    }
    return pairs;
  }

  /** No waiver of the assertion excuses the connection. */
  private Statement unexcused(Assertion assertion, Ends ends) {
    List<Statement> excused = new ArrayList<>();
    for (Waiver waiver : encoding.run().waivers(assertion)) {
      if (waiver.excused() instanceof Waiver.Excused.Connections(var from, var to, var service)) {
        excused.add(
            Statement.all(
                between(ends, from, to), encoding.ports().in(service, ends.destination())));
      }
    }
    return Statement.not(Statement.any(excused));
  }

  private List<Obligation> never(Assertion.Never claim) {
    return places(claim.from(), claim.to()).stream()
        .map(
            ends ->
                new Obligation(
                    "an allowed connection that must never be allowed",
                    ends,
                    encoding.allowed(
                        ends,
                        () ->
                            Statement.all(
                                between(ends, claim.from(), claim.to()),
                                encoding.ports().in(claim.service(), ends.destination()),
                                unexcused(claim, ends)))))
        .toList();
  }

  private List<Obligation> only(Assertion.Only claim) {
    List<Obligation> all = new ArrayList<>();
    for (End source : encoding.places().few(End.source(), end -> isAmong(claim, end))) {
      for (End destination : encoding.places().few(End.destination(), end -> in(end, claim.to()))) {
        Ends ends = new Ends(source, destination);
        all.add(
            new Obligation(
                "an allowed connection from elsewhere or on another port",
                ends,
                encoding.allowed(
                    ends,
                    () ->
                        Statement.all(
                            isAmong(claim, source),
                            in(destination, claim.to()),
                            Statement.not(
                                Statement.all(
                                    in(source, claim.from()),
                                    encoding.ports().in(claim.service(), destination))),
                            unexcused(claim, ends)))));
      }
    }
    return all;
  }

  private Statement isAmong(Assertion.Only claim, End source) {
    return claim.among().isEmpty() ? Constant.TRUE : in(source, claim.among());
  }

  private List<Obligation> isolated(Assertion.Isolated claim) {
    List<Obligation> all = new ArrayList<>();
    for (End source : encoding.places().of(End.source(), end -> in(end, claim.zones()))) {
      all.add(undeclared(claim, new Ends(source, End.destination()), Direction.EGRESS));
    }
    for (End destination : encoding.places().of(End.destination(), end -> in(end, claim.zones()))) {
      all.add(undeclared(claim, new Ends(End.source(), destination), Direction.INGRESS));
    }
    return all;
  }

  private Obligation undeclared(Assertion.Isolated claim, Ends ends, Direction direction) {
    return new Obligation(
        "an allowed connection of an isolated zone that is not declared",
        ends,
        encoding.allowed(
            ends,
            () ->
                Statement.all(
                    in(ends.self(direction), claim.zones()),
                    Statement.not(encoding.intent().declares(ends)),
                    unexcused(claim, ends))));
  }

  private List<Obligation> unreachable(Assertion.Reachable claim) {
    List<Obligation> all = new ArrayList<>();
    for (Ends ends : places(claim.from(), claim.to())) {
      for (Direction direction : Direction.values()) {
        all.add(
            new Obligation(
                "a connection that must be allowed and that policies can block",
                ends,
                () ->
                    Statement.all(
                        between(ends, claim.from(), claim.to()),
                        encoding.ports().in(claim.service(), ends.destination()),
                        Statement.not(
                            encoding.admission().admits(direction, ends, encoding.run().must())),
                        unexcused(claim, ends))));
      }
    }
    return all;
  }

  private List<Obligation> acrossTiers(Assertion.TiersAdjacent claim) {
    List<Obligation> all = new ArrayList<>();
    for (int i = 0; i < claim.tiers().size(); i++) {
      for (int j = 0; j < claim.tiers().size(); j++) {
        if (!Assertion.TiersAdjacent.mayLead(i, j)) {
          List<Party> from = claim.tiers().get(i).zones();
          List<Party> to = claim.tiers().get(j).zones();
          for (Ends ends : places(from, to)) {
            all.add(
                new Obligation(
                    "an allowed connection across tiers",
                    ends,
                    encoding.allowed(
                        ends,
                        () -> Statement.all(between(ends, from, to), unexcused(claim, ends)))));
          }
        }
      }
    }
    return all;
  }
}
