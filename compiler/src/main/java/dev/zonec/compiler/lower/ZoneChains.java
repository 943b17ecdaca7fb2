package dev.zonec.compiler.lower;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.PartyDeclaration;
import dev.zonec.compiler.resolve.PartyDeclaration.Nesting;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;

/** What zones select, with all that they lie in: zones of the program or of others. */
final class ZoneChains {
  // Zones hold those around them, so that comparing two compares chains.
  private final IdentityHashMap<PartyDeclaration.Zone, PodSelection> known =
      new IdentityHashMap<>();
  private final Problems problems;

  ZoneChains(Problems problems) {
    this.problems = problems;
  }

  /** What {@code zone} selects; too many alternatives are reported. */
  PodSelection of(PartyDeclaration.Zone zone) {
    Deque<PartyDeclaration.Zone> chain = new ArrayDeque<>();
    chain.push(zone);
    while (!known.containsKey(chain.element())
        && chain.element().nesting() instanceof Nesting.Inside(var outer)) {
      chain.push(outer);
    }
    PodSelection selection = PodSelection.everything();
    for (PartyDeclaration.Zone each : chain) {
      PodSelection before = known.get(each);
      selection = before == null ? PodSelections.of(each, selection, problems) : before;
      known.put(each, selection);
    }
    return selection;
  }
}
