package dev.zonec.stream.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.application.flows.CheckedFlows;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.flows.analysis.AnalysedFlows;
import dev.zonec.flows.analysis.Shortage;
import dev.zonec.flows.source.LogPart;
import dev.zonec.flows.source.LogParts;
import dev.zonec.stream.Cases;
import dev.zonec.stream.RandomLogs;
import dev.zonec.stream.TestCluster;
import dev.zonec.stream.event.EventType;
import dev.zonec.stream.event.JudgedFlow;
import dev.zonec.stream.event.LogEvent;
import dev.zonec.stream.inputs.CarriedInputs;
import dev.zonec.stream.inputs.InputsRequest;
import dev.zonec.stream.result.JobResult;
import dev.zonec.stream.result.MergedResults;
import dev.zonec.stream.rule.FlowOrder;
import dev.zonec.stream.source.LogSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A job that fails in the middle of the logs, and goes on from a checkpoint, gives what the plain
 * way gives for the same flows in the order of their times.
 */
final class RecoveryTest {
  private static final int LINES = 1_500;
  private static final Duration FOREVER = Duration.ofDays(36_500);
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
  void nothingIsLostOrCountedTwice(@TempDir Path folder) throws Exception {
    for (int seed = 1; seed <= 1; seed++) {
      Random random = new Random(seed);
      InputsRequest request = RandomLogs.request(folder);
      InputPath log = RandomLogs.ordered(folder.resolve(seed + ".json"), random, LINES);
      CheckedFlows plain = Cases.ready(request, List.of(log)).check((row, first) -> {});
      assertThat(plain.findings()).hasSizeGreaterThan(10);

      Failing.reset(2);
      List<JobResult> results =
          run(request, List.of(log), 1 + seed, 1 + random.nextInt(LINES / 2), FOREVER);
      assertThat(Failing.failures()).isEqualTo(2);
      MergedResults merged = new MergedResults();
      results.forEach(merged::add);
      AnalysedFlows analysed = merged.analysed();
      assertThat(analysed.rows()).isEqualTo(plain.rows());
      assertThat(analysed.shortage()).isEqualTo(new Shortage(0, 0, 0));
      assertThat(analysed.unreadableRecords()).isEqualTo(plain.unreadable()).isPositive();
      assertThat(analysed.unreadable()).hasSize((int) plain.unreadable());
      assertThat(analysed.first()).isEqualTo(plain.first());
      assertThat(analysed.last()).isEqualTo(plain.last());
      assertThat(merged.counts()).isEqualTo(plain.logs());
      assertThat(merged.late()).isZero();
    }
  }

  /** The rows of periods are what the plain way gives, if they are summed up. */
  @Test
  void periodsSumUpToTheWhole(@TempDir Path folder) throws Exception {
    InputsRequest request = RandomLogs.request(folder);
    InputPath log = RandomLogs.ordered(folder.resolve("a.json"), new Random(7), LINES);
    Failing.reset(1);
    List<JobResult> results = run(request, List.of(log), 2, LINES / 3, Duration.ofMinutes(5));
    MergedResults merged = new MergedResults();
    results.forEach(merged::add);
    CheckedFlows plain = Cases.ready(request, List.of(log)).check((row, first) -> {});
    assertThat(
            merged.analysed().rows().stream().filter(row -> row.key().kind().ofRecords()).toList())
        .isEqualTo(plain.rows().stream().filter(row -> row.key().kind().ofRecords()).toList());
    assertThat(
            results.stream()
                .filter(JobResult.Counted.class::isInstance)
                .map(result -> ((JobResult.Counted) result).end())
                .distinct())
        .hasSizeGreaterThan(4);
  }

  private static List<JobResult> run(
      InputsRequest request, List<InputPath> logs, int parallelism, int after, Duration period)
      throws Exception {
    CarriedInputs inputs = ((CarriedInputs.Outcome.Carried) CarriedInputs.of(request)).inputs();
    Configuration configuration = TestCluster.restarting(Duration.ofMillis(30));
    List<JobResult> all = new ArrayList<>();
    try (var environment = cluster.environment(parallelism, configuration)) {
      List<LogPart> parts = LogParts.of(logs, 15_000);
      assertThat(parts).hasSizeGreaterThan(4);
      FlowOrder.OfTime order = new FlowOrder.OfTime(Duration.ofHours(2), period);
      DataStream<LogEvent> events =
          environment
              .fromSource(
                  new LogSource(parts, inputs, true),
                  WatermarkStrategy.<LogEvent>forBoundedOutOfOrderness(order.lateness())
                      .withTimestampAssigner(
                          (event, time) ->
                              event instanceof JudgedFlow flow
                                  ? flow.known().flow().start()
                                  : Long.MIN_VALUE),
                  "logs",
                  EventType.EVENT)
              .map(new Failing(after))
              .returns(EventType.EVENT);
      try (CloseableIterator<JobResult> results =
          FlowSteps.results(events, request.thresholds(), order).executeAndCollect()) {
        results.forEachRemaining(all::add);
      }
    }
    return all;
  }
}
