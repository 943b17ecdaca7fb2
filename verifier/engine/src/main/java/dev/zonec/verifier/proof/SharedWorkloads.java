package dev.zonec.verifier.proof;

import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import java.util.ArrayList;
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
      byPair(world, disjoint).forEach((pair, all) -> found.putIfAbsent(pair, all.getFirst()));
    }
    return found.entrySet().stream()
        .map(entry -> new Shared(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Returns all such workloads for each pair of zones of {@code disjoint} that has one. */
  static Map<Disjointness.Pair, List<Workload>> byPair(World world, Disjointness disjoint) {
    Map<Disjointness.Pair, List<Workload>> found = new LinkedHashMap<>();
    for (Workload workload : world.workloads()) {
      List<Party.Zone> holding =
          disjoint.zones().stream().filter(zone -> zone.contains(workload.pod())).toList();
      new Disjointness(holding, disjoint.span())
          .pairs()
          .forEach(pair -> found.computeIfAbsent(pair, p -> new ArrayList<>()).add(workload));
    }
    return found;
  }
}
