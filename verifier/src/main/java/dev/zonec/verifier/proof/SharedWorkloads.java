package dev.zonec.verifier.proof;

import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.world.Workload;
import dev.zonec.verifier.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Workloads that are in two zones of which the program says that they share no pod. */
public final class SharedWorkloads {
  private SharedWorkloads() {}

  /** Two zones, and a workload that is in both. */
  public record Shared(Disjointness.Pair zones, Workload workload) {}

  /** For each such two zones the first one. */
  public static List<Shared> of(World world, ZoneProgram program) {
    List<Shared> found = new ArrayList<>();
    for (Disjointness disjoint : program.disjoint()) {
      for (Disjointness.Pair pair : disjoint.pairs()) {
        inBoth(world, pair).ifPresent(workload -> found.add(new Shared(pair, workload)));
      }
    }
    return found;
  }

  static Optional<Workload> inBoth(World world, Disjointness.Pair pair) {
    return world.workloads().stream()
        .filter(w -> pair.first().contains(w.pod()) && pair.second().contains(w.pod()))
        .findFirst();
  }
}
