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
 * The endpoints that may relay a path: every pod of a zone; every other pod, except the pods of an
 * external that does not relay; an address only where its external is declared {@code relay}.
 *
 * <p>The search reads {@link #boxes} and the certificate reads {@link #formula}, which is built
 * from the program alone: a fault in the boxes cannot hide in the certificate.
 *
 * @param space the boxes' space
 * @param program the program
 */
record Relays(BoxSpace space, ZoneProgram program) {
  /** The relays as boxes, for the search. */
  List<Box> boxes() {
    List<Box> all = new ArrayList<>();
    space.allPods().ifPresent(all::add);
    List<Box> out = new ArrayList<>(space.minus(all, space.parties(notRelaying())));
    out.addAll(space.parties(program.zones()));
    out.addAll(space.parties(relaying()));
    return space.withoutContained(out);
  }

  /** That {@code end} is a relay, for the solver. */
  Formula formula(End end) {
    return formula(end, program.zones());
  }

  /** The same where the end can only be in one of {@code zones}. */
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
