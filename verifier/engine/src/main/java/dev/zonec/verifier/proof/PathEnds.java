package dev.zonec.verifier.proof;

import dev.zonec.model.program.Party;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import java.util.ArrayList;
import java.util.List;

/**
 * The starts or the targets of a path claim. An end is a member if it is in at least one party of
 * every list in {@code in}, and in no party of {@code out}.
 *
 * @param in at least one list
 * @param out the excluded parties
 */
record PathEnds(List<List<Party>> in, List<Party> out) {
  /** Copies the lists. */
  PathEnds {
    in = List.copyOf(in);
    out = List.copyOf(out);
  }

  /** The members of any of {@code parties}. */
  static PathEnds of(List<Party> parties) {
    return new PathEnds(List.of(parties), List.of());
  }

  /** Returns the members that are also in one of {@code parties}. */
  PathEnds and(List<Party> parties) {
    List<List<Party>> more = new ArrayList<>(in);
    more.add(parties);
    return new PathEnds(more, out);
  }

  /** Returns the members that are in none of {@code parties}. */
  PathEnds without(List<Party> parties) {
    List<Party> more = new ArrayList<>(out);
    more.addAll(parties);
    return new PathEnds(in, more);
  }

  /** Returns the members as boxes, for the search. */
  List<Box> boxes(Relations relations) {
    List<Box> boxes = relations.members(in.getFirst());
    for (List<Party> parties : in.subList(1, in.size())) {
      boxes = relations.space().and(boxes, relations.space().parties(parties));
    }
    return relations.space().minus(boxes, relations.space().parties(out));
  }

  /**
   * Returns the namespaces in which members can be pods, and possibly more. They are computed from
   * the parties and not from {@link #boxes}.
   */
  Bits namespaces(Vocabulary vocabulary) {
    Bits all = Bits.of();
    for (Party party : in.getFirst()) {
      all = all.or(PartyNamespaces.of(party, vocabulary));
    }
    return all;
  }

  /**
   * Returns the statement that {@code end} is a member, for the solver. It does not depend on
   * {@link #boxes}.
   */
  Formula formula(End end) {
    List<Formula> parts = new ArrayList<>();
    in.forEach(parties -> parts.add(Formula.in(end, parties)));
    parts.add(Formula.not(Formula.in(end, out)));
    return new Formula.All(parts);
  }
}
