package dev.zonec.stream.parallel;

import dev.zonec.application.flows.CheckedFlows;
import dev.zonec.application.flows.FlowInputs;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.flows.source.LogParts;
import dev.zonec.stream.job.FlowSteps;
import dev.zonec.stream.result.JobResult;
import dev.zonec.stream.result.MergedResults;
import dev.zonec.stream.rule.FlowOrder;
import dev.zonec.stream.source.LogSource;
import java.time.Duration;
import org.apache.flink.api.common.BatchShuffleMode;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.jspecify.annotations.Nullable;

/** Reads logs with several threads, as the job of a cluster does. */
public final class ParallelCheck {
  /**
   * How long the threads may take until they are ready. Starting takes seconds; if a part of Flink
   * fails meanwhile, Flink itself goes on waiting for it.
   */
  private static final Duration START = Duration.ofSeconds(60);

  private ParallelCheck() {}

  /**
   * Reads the logs to their end. The outcome is that of {@link FlowInputs.Ready#check}; only if
   * there are more rows than a report keeps, other rows can share one.
   *
   * @param parallelism the number of readers, and of threads that apply the rules
   */
  public static CheckedFlows check(FlowInputs.Ready ready, int parallelism) {
    return check(ready, parallelism, LogParts.SIZE);
  }

  @SuppressWarnings("try") // Closing says that it could be interrupted.
  private static CheckedFlows check(FlowInputs.Ready ready, int parallelism, long size) {
    try (StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(
            parallelism, configuration(parallelism))) {
      return check(ready, environment, size);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads logs that are divided into parts of at least {@code size} bytes.
   *
   * @throws Exception if a step of the job failed
   */
  @SuppressWarnings("try") // Closing says that it could be interrupted.
  static CheckedFlows check(
      FlowInputs.Ready ready, StreamExecutionEnvironment environment, long size) throws Exception {
    Progress.begin("reading the logs");
    MergedResults merged = new MergedResults();
    try (InProcess inputs = InProcess.of(ready)) {
      LogSource source =
          new LogSource(LogParts.of(ready.logs().logs(), size), inputs.supply(), false);
      try (CloseableIterator<JobResult> results =
          FlowSteps.results(
                  environment.fromSource(source, WatermarkStrategy.noWatermarks(), "logs"),
                  ready.request().thresholds(),
                  new FlowOrder.OfReading())
              .executeAndCollect("zonec flows check")) {
        results.forEachRemaining(merged::add);
      } catch (RuntimeException e) {
        throw new IllegalStateException("the job failed: " + first(e), e);
      }
    }
    return CheckedFlows.of(
        ready,
        ready.judging().attribution(),
        merged.analysed(),
        merged.counts(),
        merged.problems());
  }

  /** Flink wraps the failure of a step several times. */
  private static Throwable first(Throwable failure) {
    Throwable first = failure;
    @Nullable Throwable cause = first.getCause();
    while (cause != null) {
      first = cause;
      cause = first.getCause();
    }
    return first;
  }

  static Configuration configuration(int parallelism) {
    Configuration configuration = new Configuration();
    configuration.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.BATCH);
    // The flows of a group are sorted while the logs are read, and are written to disk only if they
    // need more memory than the sorting has.
    configuration.set(
        ExecutionOptions.BATCH_SHUFFLE_MODE, BatchShuffleMode.ALL_EXCHANGES_PIPELINED);
    configuration.set(JobManagerOptions.SCHEDULER, JobManagerOptions.SchedulerType.Default);
    configuration.set(JobManagerOptions.SLOT_REQUEST_TIMEOUT, START);
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    configuration.set(RestOptions.BIND_ADDRESS, "localhost");
    configuration.set(
        TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(64L * parallelism));
    return configuration;
  }
}
