package dev.zonec.bench;

import dev.zonec.kubernetes.world.World;
import java.io.PrintStream;
import java.util.Arrays;

/** Measures every shape in one run and prints a table: no forks, a first impression. */
public final class ReachTable {
  private static final int WARM_UPS = 8;
  private static final int RUNS = 9;

  private ReachTable() {}

  /** Prints the table; arguments are names of shapes, none means all. */
  public static void main(String[] args) {
    PrintStream out = System.out;
    out.println("| cluster | classes | pairs | reached | median ms | worst ms |");
    out.println("|---|---|---|---|---|---|");
    for (ClusterShape shape : ClusterShape.values()) {
      if (args.length == 0 || Arrays.asList(args).contains(shape.name())) {
        out.println(row(shape));
      }
    }
  }

  private static String row(ClusterShape shape) {
    World world = shape.world();
    ReachRun result = ReachRun.of(world);
    for (int i = 1; i < WARM_UPS; i++) {
      result = ReachRun.of(world);
    }
    long[] times = new long[RUNS];
    for (int i = 0; i < RUNS; i++) {
      long start = System.nanoTime();
      result = ReachRun.of(world);
      times[i] = (System.nanoTime() - start) / 1_000_000;
    }
    Arrays.sort(times);
    return "| "
        + String.join(
            " | ",
            shape.name(),
            Integer.toString(result.classes()),
            Long.toString(result.pairs()),
            Long.toString(result.reached()),
            Long.toString(times[RUNS / 2]),
            Long.toString(times[RUNS - 1]))
        + " |";
  }
}
