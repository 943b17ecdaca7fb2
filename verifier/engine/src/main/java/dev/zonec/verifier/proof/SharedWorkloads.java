package dev.zonec.verifier.proof;

import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Workloads that are in two zones of which the program says that they share no pod. */
public final class SharedWorkloads {
  private SharedWorkloads() {}

  /** Two zones, and a workload that is in both. */
  public record Shared(Disjointness.Pair zones, Workload workload) {}

  /** For each such two zones the first one. */
  public static List<Shared> of(World world, ZoneProgram program) {
    Map<Disjointness.Pair, Workload> found = new LinkedHashMap<>();
    for (Disjointness disjoint : program.disjoint()) {
      for (Workload workload : world.workloads()) {
        List<Party.Zone> holding =
            disjoint.zones().stream().filter(zone -> zone.contains(workload.pod())).toList();
        new Disjointness(holding, disjoint.span())
            .pairs()
            .forEach(pair -> found.putIfAbsent(pair, workload));
      }
    }
    return found.entrySet().stream()
        .map(entry -> new Shared(entry.getKey(), entry.getValue()))
        .toList();
  }

  static Optional<Workload> inBoth(World world, Disjointness.Pair pair) {
    return world.workloads().stream()
        .filter(w -> pair.first().contains(w.pod()) && pair.second().contains(w.pod()))
        .findFirst();
  }
}
