package dev.zonec.verifier.proof;

import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import java.util.ArrayList;
import java.util.List;

/**
 * What paths may pass through: every pod of a zone; every other pod unless it belongs to an
 * external that does not relay; an address only where its external is declared {@code relay}.
 *
 * @param space the boxes' space
 * @param program the program
 */
record Passage(BoxSpace space, ZoneProgram program) {
  /** As boxes, for the search. */
  List<Box> boxes() {
    List<Box> all = new ArrayList<>();
    space.allPods().ifPresent(all::add);
    List<Box> out = new ArrayList<>(space.minus(all, space.parties(still())));
    out.addAll(space.parties(program.zones()));
    out.addAll(space.parties(relaying()));
    return space.withoutContained(out);
  }

  /** As a formula, for the solver. */
  Formula formula(End end) {
    return formula(end, program.zones());
  }

  /** The same where the end is in no zone but {@code zones}. */
  Formula formula(End end, List<Party.Zone> zones) {
    List<Box> pods = new ArrayList<>();
    space.allPods().ifPresent(pods::add);
    return Formula.any(
        Formula.in(end, zones),
        Formula.in(end, relaying()),
        Formula.all(new Formula.InBoxes(end, pods), Formula.not(Formula.in(end, still()))));
  }

  private List<Party.Outside> relaying() {
    return program.externals().stream().filter(Party.Outside::relay).toList();
  }

  private List<Party.Outside> still() {
    return program.externals().stream()
        .filter(outside -> outside instanceof Party.ForeignPods && !outside.relay())
        .toList();
  }
}
