package dev.zonec.bench;

import dev.zonec.kubernetes.world.World;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** All pairs and any-length reach on a warm engine, from a world in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx3g"})
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class ReachBenchmark {
  /** The cluster. */
  @Param public ClusterShape shape = ClusterShape.TEN_THOUSAND_PODS;

  private World world = World.of(java.util.List.of(), java.util.List.of());

  /** Makes the cluster. */
  @Setup
  public void makeWorld() {
    world = shape.world();
  }

  /** What is measured. */
  @Benchmark
  public Object allPairsAndReach() {
    return ReachRun.of(world);
  }
}
