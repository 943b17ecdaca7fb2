package dev.zonec.stream.entry;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.flows.source.LogFiles;
import dev.zonec.flows.source.LogParts;
import dev.zonec.stream.event.LogEvent;
import dev.zonec.stream.inputs.CarriedInputs;
import dev.zonec.stream.job.FlowSteps;
import dev.zonec.stream.job.Messages;
import dev.zonec.stream.job.Outputs;
import dev.zonec.stream.rule.FlowOrder;
import dev.zonec.stream.sink.ResultLines;
import dev.zonec.stream.source.LogSource;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The analysis of observed flows, as a job that is submitted to a cluster. */
public final class FlowJob {
  private static final Duration CHECKPOINTS = Duration.ofMinutes(1);

  private FlowJob() {}

  /**
   * Submits the job.
   *
   * @param args see {@link JobArguments}
   * @throws Exception if the cluster does not accept the job
   */
  public static void main(String[] args) throws Exception {
    JobArguments arguments = JobArguments.of(args);
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    build(environment, arguments);
    environment.execute("zonec flows");
  }

  /**
   * Adds the steps of the job to {@code environment}.
   *
   * @throws IOException if an input cannot be read
   * @throws IllegalArgumentException if the inputs cannot be used; the message has the reasons
   */
  public static void build(StreamExecutionEnvironment environment, JobArguments arguments)
      throws IOException {
    CarriedInputs inputs =
        switch (CarriedInputs.of(arguments.inputs())) {
          case CarriedInputs.Outcome.Carried(var carried, var ready) -> carried;
          case CarriedInputs.Outcome.NoManifests none ->
              throw new IllegalArgumentException("there are no manifests");
          case CarriedInputs.Outcome.Unusable(var problems) ->
              throw new IllegalArgumentException("the inputs cannot be used:" + text(problems));
        };
    boolean streaming = arguments.order() instanceof FlowOrder.OfTime;
    Configuration configuration = new Configuration();
    configuration.set(
        ExecutionOptions.RUNTIME_MODE,
        streaming ? RuntimeExecutionMode.STREAMING : RuntimeExecutionMode.BATCH);
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    // The states of sources are objects, which change with each flow.
    configuration.set(StateBackendOptions.STATE_BACKEND, "hashmap");
    environment.configure(configuration);
    if (streaming && !environment.getCheckpointConfig().isCheckpointingEnabled()) {
      environment.enableCheckpointing(CHECKPOINTS.toMillis());
    }
    DataStream<LogEvent> events =
        switch (arguments.order()) {
          case FlowOrder.OfReading reading -> logs(environment, arguments, inputs);
          case FlowOrder.OfTime time ->
              Messages.of(environment, arguments.messages(), time, inputs);
        };
    DataStream<String> lines =
        FlowSteps.results(events, arguments.inputs().thresholds(), arguments.order())
            .flatMap(new ResultLines(arguments.format(), streaming))
            .returns(Types.STRING)
            .name("lines")
            .uid("lines");
    Outputs.write(lines, arguments.output());
  }

  private static DataStream<LogEvent> logs(
      StreamExecutionEnvironment environment, JobArguments arguments, CarriedInputs inputs) {
    LogFiles files = LogFiles.of(arguments.logs());
    if (!files.problems().isEmpty()) {
      throw new IllegalArgumentException("the logs cannot be read:" + text(files.problems()));
    }
    return environment
        .fromSource(
            new LogSource(LogParts.of(files.logs(), LogParts.SIZE), inputs, false),
            WatermarkStrategy.noWatermarks(),
            "logs")
        .uid("logs");
  }

  private static String text(List<Diagnostic> problems) {
    return problems.stream()
        .map(
            problem ->
                "\n"
                    + problem.severity().name().toLowerCase(Locale.ROOT)
                    + "["
                    + problem.code()
                    + "] "
                    + problem.place().file()
                    + ": "
                    + problem.message())
        .collect(Collectors.joining());
  }
}
