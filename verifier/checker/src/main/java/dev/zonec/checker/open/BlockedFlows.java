package dev.zonec.checker.open;

import dev.zonec.checker.solver.Statement;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Violations of <em>no blocked flow</em>: a declared connection of a flow that the policies at an
 * end do not admit under MUST, if the flow promises something for this end. They are divided by
 * flow, end and places.
 *
 * @param encoding the statements
 */
record BlockedFlows(Encoding encoding) {
  List<Obligation> obligations() {
    List<Obligation> all = new ArrayList<>();
    for (Flow flow : encoding.run().program().flows()) {
      for (Direction direction : Direction.values()) {
        if (promises(direction == Direction.EGRESS ? flow.from() : flow.to())) {
          add(flow, direction, all);
        }
      }
    }
    return all;
  }

  /** Whether a flow promises something for an end that is {@code party}. */
  private static boolean promises(Party party) {
    return switch (party) {
      case Party.Zone zone -> true;
      case Party.Addresses addresses -> true;
      case Party.ForeignPods foreign -> true;
      // Most of these pods are not governed by the program.
      case Party.Anyone anyone -> false;
      case Party.Others others -> false;
    };
  }

  private void add(Flow flow, Direction direction, List<Obligation> all) {
    List<End> sources =
        encoding.places().of(End.source(), end -> encoding.ends().inParty(end, flow.from()));
    List<End> destinations =
        encoding.places().of(End.destination(), end -> encoding.ends().inParty(end, flow.to()));
    boolean out = direction == Direction.EGRESS;
    for (End self : out ? sources : destinations) {
      Ends ends = out ? new Ends(self, End.destination()) : new Ends(End.source(), self);
      Supplier<Statement> blocked =
          () ->
              Statement.all(
                  encoding.intent().covers(flow, ends),
                  Statement.not(
                      encoding.admission().admits(direction, ends, encoding.run().must())));
      all.add(
          new Obligation(
              "a connection of the flow " + flow + " that policies can block",
              ends,
              List.of(
                  blocked, () -> Statement.all(blocked.get(), encoding.intent().declares(ends)))));
    }
  }
}
