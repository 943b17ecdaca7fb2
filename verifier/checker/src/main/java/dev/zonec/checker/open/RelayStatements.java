package dev.zonec.checker.open;

import dev.zonec.checker.solver.Statement;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import java.util.List;

/**
 * Paths can pass through the end (spec/language.md, Paths).
 *
 * @param ends statements about one end
 * @param program the program
 */
record RelayStatements(EndStatements ends, ZoneProgram program) {
  Statement isRelay(End end) {
    List<Party.Outside> relaying =
        program.externals().stream().filter(Party.Outside::relay).toList();
    List<Party.Outside> other =
        program.externals().stream().filter(external -> !external.relay()).toList();
    return Statement.any(
        ends.inAny(end, program.zones()),
        ends.inAny(end, relaying),
        Statement.all(ends.isPod(end), Statement.not(ends.inAny(end, other))));
  }
}
