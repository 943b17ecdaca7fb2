package dev.zonec.stream.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.application.flows.CheckedFlows;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.flows.rule.Row;
import dev.zonec.stream.Broker;
import dev.zonec.stream.Cases;
import dev.zonec.stream.RandomLogs;
import dev.zonec.stream.TestCluster;
import dev.zonec.stream.event.EventType;
import dev.zonec.stream.event.LogEvent;
import dev.zonec.stream.inputs.CarriedInputs;
import dev.zonec.stream.inputs.InputsRequest;
import dev.zonec.stream.rule.FlowOrder;
import dev.zonec.stream.sink.LineFormat;
import dev.zonec.stream.sink.ResultLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The job reads a topic of a broker, fails twice, goes on from checkpoints, and writes to another
 * topic in transactions: readers of that topic see each row once, with the counts of the plain way.
 */
final class KafkaIT {
  private static final int LINES = 1_500;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void nothingIsLostOrWrittenTwice(@TempDir Path folder) throws Exception {
    InputsRequest request = RandomLogs.request(folder);
    InputPath log = RandomLogs.ordered(folder.resolve("a.json"), new Random(3), LINES);
    CheckedFlows plain = Cases.ready(request, List.of(log)).check((row, first) -> {});
    try (Broker broker = new Broker(Files.createDirectory(folder.resolve("broker")));
        TestCluster cluster = new TestCluster()) {
      broker.create("flows", 3);
      broker.create("results", 2);
      broker.send("flows", Files.readAllLines(folder.resolve("a.json")));
      Failing.reset(2);
      run(cluster, request, broker.servers());
      assertThat(Failing.failures()).isEqualTo(2);

      List<String> rows = new ArrayList<>();
      long flows = 0;
      long unreadable = 0;
      for (String line : broker.committed("results")) {
        JsonNode result = MAPPER.readTree(line);
        switch (result.path("type").asString()) {
          case "row", "finding" ->
              rows.add(
                  result.path("kind").asString()
                      + " "
                      + result.path("from").path("name").asString()
                      + " "
                      + result.path("to").path("name").asString()
                      + " "
                      + result.path("transport").asString()
                      + " "
                      + result.path("outcome").asString()
                      + " "
                      + result.path("records").asLong());
          case "log" -> {
            flows += result.path("flows").asLong();
            unreadable += result.path("unreadable").asLong();
          }
          default -> {}
        }
      }
      assertThat(rows)
          .containsExactlyInAnyOrderElementsOf(plain.rows().stream().map(KafkaIT::text).toList());
      assertThat(flows).isEqualTo(LINES);
      assertThat(unreadable).isEqualTo(plain.unreadable()).isPositive();
    }
  }

  private static String text(Row row) {
    return row.key().kind().word()
        + " "
        + row.key().from().name()
        + " "
        + row.key().to().name()
        + " "
        + row.key().transport()
        + " "
        + row.key().outcome().word()
        + " "
        + row.count();
  }

  private static void run(TestCluster cluster, InputsRequest request, String servers)
      throws Exception {
    CarriedInputs inputs = ((CarriedInputs.Outcome.Carried) CarriedInputs.of(request)).inputs();
    Configuration configuration = TestCluster.restarting(Duration.ofMillis(300));
    try (var environment = cluster.environment(2, configuration)) {
      FlowOrder.OfTime order = new FlowOrder.OfTime(Duration.ofHours(2), Duration.ofDays(36_500));
      DataStream<LogEvent> events =
          Messages.of(
                  environment,
                  new Messages(servers, List.of("flows"), "zonec", true, true, Map.of()),
                  order,
                  inputs)
              .map(new Failing(LINES / 3))
              .returns(EventType.EVENT);
      Outputs.write(
          FlowSteps.results(events, request.thresholds(), order)
              .flatMap(new ResultLines(LineFormat.JSON, true))
              .returns(Types.STRING),
          new Outputs(Optional.empty(), Optional.of("results"), servers, true, Map.of()));
      environment.execute();
    }
  }
}
