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
 * The ends that a path can pass through: every pod of a zone; every other pod, except pods of an
 * external that does not relay; and addresses of an external that is declared {@code relay}.
 *
 * <p>The search uses {@link #boxes}. The proof uses {@link #formula}, which is built from the
 * program alone, so that it does not depend on the boxes.
 *
 * @param space the space of the boxes
 * @param program the program
 */
record Relays(BoxSpace space, ZoneProgram program) {
  /** Returns the relays as boxes, for the search. */
  List<Box> boxes() {
    List<Box> all = new ArrayList<>();
    space.allPods().ifPresent(all::add);
    List<Box> out = new ArrayList<>(space.minus(all, space.parties(notRelaying())));
    out.addAll(space.parties(program.zones()));
    out.addAll(space.parties(relaying()));
    return space.withoutContained(out);
  }

  /** {@code end} is a relay. */
  Formula formula(End end) {
    return formula(end, program.zones());
  }

  /** {@code end} is a relay, if it can be in no zone but {@code zones}. */
  Formula formula(End end, List<Party.Zone> zones) {
    return Formula.any(
        Formula.in(end, zones),
        Formula.in(end, relaying()),
        Formula.all(new Formula.IsPod(end), Formula.not(Formula.in(end, notRelaying()))));
  }

  private List<Party.Outside> relaying() {
    return program.externals().stream().filter(Party.Outside::relay).toList();
  }

  private List<Party.Outside> notRelaying() {
    return program.externals().stream()
        .filter(outside -> outside instanceof Party.ForeignPods && !outside.relay())
        .toList();
  }
}
