package dev.zonec.verifier.proof;

import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.reach.BoxSpace;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides whether a certificate may assume that pairs of zones share no pod. */
final class AssumedPairs {
  private AssumedPairs() {}

  /**
   * Refuses pairs that the program does not declare disjoint, pairs with a declared workload in
   * both zones, and pairs without which a zone would have a pod (spec/verification.md, Disjoint
   * zones).
   *
   * @throws InvalidCertificate if a pair is refused
   */
  static void check(List<Disjointness.Pair> pairs, ZoneProgram program, World world, BoxSpace space)
      throws InvalidCertificate {
    List<Disjointness.Pair> declared =
        program.disjoint().stream().flatMap(each -> each.pairs().stream()).toList();
    Set<Disjointness.Pair> shared =
        SharedWorkloads.of(world, program).stream()
            .map(SharedWorkloads.Shared::zones)
            .collect(Collectors.toSet());
    ExcludedBoxes all = new ExcludedBoxes(space, new ExcludedPods(pairs));
    for (Disjointness.Pair pair : pairs) {
      String names = pair.first().name() + " and " + pair.second().name();
      if (!declared.contains(pair)) {
        throw new InvalidCertificate(names + " are not declared disjoint");
      }
      if (shared.contains(pair)) {
        throw new InvalidCertificate("a workload is in " + names);
      }
      for (Party.Zone zone : List.of(pair.first(), pair.second())) {
        if (all.without(space.party(zone)).isEmpty()) {
          throw new InvalidCertificate(zone.name() + " has no pod if " + names + " share none");
        }
      }
    }
  }
}
