package dev.zonec.compiler.lower;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.PartyDeclaration;
import dev.zonec.compiler.resolve.PartyDeclaration.Nesting;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;

/**
 * Computes the selection of zones, including their outer zones; also for zones of other programs.
 */
final class ZoneChains {
  // Compared by identity, because equality of zones compares the whole chain of outer zones.
  private final IdentityHashMap<PartyDeclaration.Zone, PodSelection> known =
      new IdentityHashMap<>();
  private final Problems problems;

  ZoneChains(Problems problems) {
    this.problems = problems;
  }

  /** Returns the selection of {@code zone}, and reports too many alternatives. */
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
