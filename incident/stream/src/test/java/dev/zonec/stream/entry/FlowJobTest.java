package dev.zonec.stream.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zonec.application.flows.CheckedFlows;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.stream.Cases;
import dev.zonec.stream.TestCluster;
import dev.zonec.stream.rule.FlowOrder;
import dev.zonec.stream.sink.LineFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The job as it is submitted: from arguments to files of lines. */
final class FlowJobTest {
  @Test
  void filesOfLinesHaveTheFindingsOfThePlainWay(@TempDir Path out) throws Exception {
    Path folder =
        Cases.folders().stream()
            .filter(each -> each.endsWith("behaviour"))
            .findFirst()
            .orElseThrow();
    InputPath log = new InputPath("conn.log", folder.resolve("conn.log").toString());
    CheckedFlows plain = Cases.ready(Cases.request(folder), List.of(log)).check((row, first) -> {});
    JobArguments arguments =
        JobArguments.of(
            "--manifests", folder.resolve("k8s.yaml").toString(),
            "--threats", folder.resolve("bad.txt").toString(),
            "--logs", log.location(),
            "--out", out.resolve("lines").toString());
    try (TestCluster cluster = new TestCluster();
        var environment = cluster.environment(2, new Configuration())) {
      FlowJob.build(environment, arguments);
      environment.execute();
    }
    List<JsonNode> lines = lines(out.resolve("lines"));
    assertThat(texts(lines, "finding", "id"))
        .hasSize(plain.findings().size())
        .doesNotHaveDuplicates();
    assertThat(texts(lines, "finding", "kind"))
        .contains("fan-out", "beaconing", "volume", "listed", "denied-attempt");
    assertThat(
            lines.stream()
                .filter(line -> line.get("type").asString().equals("row"))
                .mapToLong(line -> line.get("records").asLong())
                .sum())
        .isEqualTo(13);
    assertThat(
            lines.stream()
                .filter(line -> line.get("type").asString().equals("log"))
                .mapToLong(line -> line.get("flows").asLong()))
        .containsExactly(plain.flows());
  }

  private static List<JsonNode> lines(Path folder) throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".jsonl")).toList()) {
        for (String line : Files.readAllLines(file)) {
          lines.add(new JsonMapper().readTree(line));
        }
      }
    }
    return lines;
  }

  private static List<String> texts(List<JsonNode> lines, String type, String name) {
    return lines.stream()
        .filter(line -> line.get("type").asString().equals(type))
        .map(line -> line.get(name).asString())
        .toList();
  }

  /** Builds the job without running it: sources, sinks and ids of Kafka. */
  @Test
  void aJobOnKafkaHasItsStepsAndIds() throws Exception {
    Path folder = Cases.folders().getFirst();
    try (StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(1)) {
      FlowJob.build(
          environment,
          JobArguments.of(
              "--manifests",
              folder.resolve("k8s.yaml").toString(),
              "--kafka",
              "b:9092",
              "--topic",
              "hubble",
              "--out-topic",
              "found"));
      assertThat(environment.getCheckpointConfig().isCheckpointingEnabled()).isTrue();
      assertThat(
              environment.getStreamGraph().getStreamNodes().stream()
                  .map(StreamNode::getTransformationUID))
          .contains("messages", "flows", "rules", "reports", "sums", "lines");
    }
  }

  @Test
  void argumentsAreRead() {
    JobArguments arguments =
        JobArguments.of(
            "--manifests",
            "k8s",
            "--kafka",
            "b:9092",
            "--topic",
            "one",
            "--topic",
            "two",
            "--out-topic",
            "found",
            "--lateness",
            "5",
            "--period",
            "60",
            "--format",
            "ecs",
            "--kafka-property",
            "security.protocol=SSL",
            "--from",
            "latest");
    assertThat(arguments.order())
        .isEqualTo(new FlowOrder.OfTime(Duration.ofSeconds(5), Duration.ofSeconds(60)));
    assertThat(arguments.format()).isEqualTo(LineFormat.ECS);
    assertThat(arguments.messages().topics()).containsExactly("one", "two");
    assertThat(arguments.messages().properties()).containsEntry("security.protocol", "SSL");
    assertThat(arguments.earliest()).isFalse();
    assertThat(arguments.output().exactlyOnce()).isTrue();
  }

  @Test
  void wrongArgumentsAreRefusedWithTheReason() {
    refused("either --logs PATH or --kafka", "--manifests", "k8s", "--out", "x");
    refused("there is no argument --log;", "--manifests", "k8s", "--log", "a", "--out", "x");
    refused("--out-topic need --kafka", "--manifests", "k", "--logs", "a", "--out-topic", "x");
    refused("pass some with --manifests", "--logs", "a", "--out", "x");
    refused("are for messages", "--manifests", "k", "--logs", "a", "--out", "x", "--period", "5");
    refused("not 'xml'", "--manifests", "k", "--logs", "a", "--out", "x", "--format", "xml");
  }

  private static void refused(String reason, String... args) {
    assertThatThrownBy(() -> JobArguments.of(args))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }
}
