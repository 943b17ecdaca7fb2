package dev.zonec.verifier.proof;

import dev.zonec.model.program.Party;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import java.util.ArrayList;
import java.util.List;

/**
 * Where paths begin, or where they end: in some party of each of some lists, and in none of others.
 *
 * @param in at least one list
 * @param out the others, all lists together
 */
record PathEnds(List<List<Party>> in, List<Party> out) {
  /** Copies the lists. */
  PathEnds {
    in = List.copyOf(in);
    out = List.copyOf(out);
  }

  static PathEnds of(List<Party> parties) {
    return new PathEnds(List.of(parties), List.of());
  }

  /** Those that are in one of {@code parties} too. */
  PathEnds and(List<Party> parties) {
    List<List<Party>> more = new ArrayList<>(in);
    more.add(parties);
    return new PathEnds(more, out);
  }

  /** Those that are in none of {@code parties} too. */
  PathEnds without(List<Party> parties) {
    List<Party> more = new ArrayList<>(out);
    more.addAll(parties);
    return new PathEnds(in, more);
  }

  /** As boxes, for the search. */
  List<Box> boxes(Relations relations) {
    List<Box> boxes = relations.members(in.getFirst());
    for (List<Party> parties : in.subList(1, in.size())) {
      boxes = relations.space().and(boxes, relations.space().parties(parties));
    }
    return relations.space().minus(boxes, relations.space().parties(out));
  }

  /** As a formula, for the solver. */
  Formula formula(End end) {
    List<Formula> parts = new ArrayList<>();
    in.forEach(parties -> parts.add(Formula.in(end, parties)));
    parts.add(Formula.not(Formula.in(end, out)));
    return new Formula.All(parts);
  }
}
