package dev.zonec.checker.open;

import dev.zonec.checker.solver.Statement;
import dev.zonec.kubernetes.policy.Direction;
import java.util.ArrayList;
import java.util.List;

/**
 * Violations of <em>no undeclared connection</em>: an allowed connection that an end does not agree
 * to. Such an end is in a zone, so the connection concerns the program. They are divided by this
 * end and its place, and the first question has only the policies at this end.
 *
 * @param encoding the statements
 */
record UndeclaredConnections(Encoding encoding) {
  List<Obligation> obligations() {
    List<Obligation> all = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      boolean out = direction == Direction.EGRESS;
      for (End self :
          encoding
              .places()
              .of(
                  out ? End.source() : End.destination(),
                  end -> encoding.intent().isDenied(direction, end))) {
        Ends ends = out ? new Ends(self, End.destination()) : new Ends(End.source(), self);
        all.add(
            new Obligation(
                "an allowed connection that its "
                    + (out ? "source" : "destination")
                    + " does not declare",
                ends,
                encoding.allowed(
                    ends, () -> Statement.not(encoding.intent().agrees(direction, ends)))));
      }
    }
    return all;
  }
}
