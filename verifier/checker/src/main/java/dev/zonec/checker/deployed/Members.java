package dev.zonec.checker.deployed;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.Waiver;
import dev.zonec.model.program.ZoneProgram;
import java.util.BitSet;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;

/** Which of the listed ends are in which parties of the program. Each party is evaluated once. */
final class Members {
  private final List<Endpoint> ends;
  private final IdentityHashMap<Party, BitSet> byParty = new IdentityHashMap<>();

  Members(List<Endpoint> ends, ZoneProgram program) {
    this.ends = ends;
    add(program.zones());
    add(program.externals());
    program.flows().forEach(flow -> add(List.of(flow.from(), flow.to())));
    program.assertions().forEach(assertion -> add(assertion.parties()));
    for (Waiver waiver : program.waivers()) {
      add(waiver.excused().from());
      add(waiver.excused().to());
    }
  }

  private void add(Collection<? extends Party> parties) {
    parties.forEach(party -> byParty.computeIfAbsent(party, this::of));
  }

  private BitSet of(Party party) {
    BitSet members = new BitSet();
    for (int i = 0; i < ends.size(); i++) {
      members.set(i, party.contains(ends.get(i)));
    }
    return members;
  }

  /** Whether the end with the number {@code end} is in the party. */
  boolean isIn(int end, Party party) {
    BitSet members = byParty.get(party);
    return members == null ? party.contains(ends.get(end)) : members.get(end);
  }

  /** Whether the end is in one of the parties. */
  boolean isInAny(int end, Collection<? extends Party> parties) {
    for (Party party : parties) {
      if (isIn(end, party)) {
        return true;
      }
    }
    return false;
  }
}
