package dev.zonec.checker.open;

import dev.zonec.checker.claim.PromisedSides;
import dev.zonec.checker.solver.Statement;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.model.program.Flow;
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
      for (Direction direction : PromisedSides.of(flow)) {
        add(flow, direction, all);
      }
    }
    return all;
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
