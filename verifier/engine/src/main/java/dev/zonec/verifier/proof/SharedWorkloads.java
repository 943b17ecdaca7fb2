package dev.zonec.verifier.proof;

import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds workloads in two zones that a program declares disjoint. */
public final class SharedWorkloads {
  private SharedWorkloads() {}

  /** Two zones, and a workload whose pods are in both. */
  public record Shared(Disjointness.Pair zones, Workload workload) {}

  /** Returns the first such workload for each pair of zones. */
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

  /** Returns the workloads whose pods are in both zones. */
  static List<Workload> inBoth(World world, Disjointness.Pair pair) {
    return world.workloads().stream()
        .filter(w -> pair.first().contains(w.pod()) && pair.second().contains(w.pod()))
        .toList();
  }
}
