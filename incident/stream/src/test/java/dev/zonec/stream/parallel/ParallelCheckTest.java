package dev.zonec.stream.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.application.flows.CheckedFlows;
import dev.zonec.application.flows.FlowInputs;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.flows.rule.RowKind;
import dev.zonec.stream.Cases;
import dev.zonec.stream.RandomLogs;
import dev.zonec.stream.TestCluster;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The outcome of several threads is that of the plain way. */
final class ParallelCheckTest {
  /** The number of sets of random logs. */
  private static final int SETS = 8;

  private static TestCluster cluster;

  @BeforeAll
  static void start() throws Exception {
    cluster = new TestCluster();
  }

  @AfterAll
  static void stop() throws Exception {
    cluster.close();
  }

  @Test
  void casesHaveTheSameOutcome() throws Exception {
    for (Path folder : Cases.folders()) {
      same(Cases.ready(Cases.request(folder), Cases.logs(folder)), 2, 200);
    }
  }

  @Test
  void randomLogsHaveTheSameOutcome(@TempDir Path folder) throws Exception {
    long found = 0;
    for (int seed = 0; seed < SETS; seed++) {
      Random random = new Random(seed);
      List<InputPath> logs = RandomLogs.write(folder.resolve("set" + seed), random);
      FlowInputs.Ready ready = Cases.ready(RandomLogs.request(folder), logs);
      CheckedFlows outcome = same(ready, 1 + seed % 4, 300 + random.nextInt(3000));
      found += outcome.findings().stream().map(row -> row.key().kind()).distinct().count();
      assertThat(outcome.unreadable()).isPositive();
    }
    // Comparing logs without findings would show little.
    assertThat(found).isGreaterThan(SETS * 4L);
  }

  /** Each source has many more flows than one bundle in each of some parts. */
  @Test
  void manyBundlesHaveTheSameOutcome(@TempDir Path folder) throws Exception {
    InputPath log = RandomLogs.ordered(folder.resolve("long.json"), new Random(5), 12_000);
    same(Cases.ready(RandomLogs.request(folder), List.of(log)), 3, 500_000);
  }

  /** The whole way of the command, with a cluster of its own. */
  @Test
  void aClusterOfItsOwnHasTheSameOutcome() throws Exception {
    Path folder = Cases.folders().getFirst();
    FlowInputs.Ready ready = Cases.ready(Cases.request(folder), Cases.logs(folder));
    CheckedFlows plain = ready.check((row, first) -> {});
    assertThat(plain.records()).containsKey(RowKind.EXPECTED);
    compare(ParallelCheck.check(ready, 2), plain);
  }

  private static CheckedFlows same(FlowInputs.Ready ready, int parallelism, long size)
      throws Exception {
    CheckedFlows plain = ready.check((row, first) -> {});
    CheckedFlows parallel;
    try (var environment =
        cluster.environment(parallelism, ParallelCheck.configuration(parallelism))) {
      parallel = ParallelCheck.check(ready, environment, size);
    }
    compare(parallel, plain);
    return parallel;
  }

  private static void compare(CheckedFlows parallel, CheckedFlows plain) {
    CheckedFlows sameInputs =
        new CheckedFlows(
            plain.inputs(),
            plain.attribution(),
            parallel.logs(),
            parallel.rows(),
            parallel.problems(),
            parallel.complete(),
            parallel.unreadable(),
            parallel.lost(),
            parallel.first(),
            parallel.last());
    assertThat(sameInputs).isEqualTo(plain);
  }
}
