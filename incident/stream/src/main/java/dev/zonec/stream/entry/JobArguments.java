package dev.zonec.stream.entry;

import dev.zonec.diagnostics.InputPath;
import dev.zonec.flows.rule.Thresholds;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.stream.inputs.InputsRequest;
import dev.zonec.stream.job.Messages;
import dev.zonec.stream.job.Outputs;
import dev.zonec.stream.rule.FlowOrder;
import dev.zonec.stream.sink.LineFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.util.MultipleParameterTool;

/**
 * The arguments of the job.
 *
 * @param inputs what flows are compared with
 * @param logs the logs; empty if messages of Kafka are read
 * @param order the order in which flows are counted
 * @param servers the servers of Kafka; empty if Kafka is not used
 * @param topics the topics to read
 * @param group the name of the consumer group
 * @param earliest whether a first run begins with the earliest message; otherwise with the latest
 * @param kafka further properties of the clients of Kafka
 * @param outFolder the folder for files with results
 * @param outTopic the topic for results
 * @param exactlyOnce whether results reach the topic in transactions
 * @param format the format of results
 */
public record JobArguments(
    InputsRequest inputs,
    List<InputPath> logs,
    FlowOrder order,
    Optional<String> servers,
    List<String> topics,
    String group,
    boolean earliest,
    Map<String, String> kafka,
    Optional<String> outFolder,
    Optional<String> outTopic,
    boolean exactlyOnce,
    LineFormat format) {
  private static final Set<String> KNOWN =
      new TreeSet<>(
          List.of(
              "zones",
              "manifests",
              "threats",
              "param",
              "assume",
              "default-namespace",
              "ignore",
              "skip-unreadable",
              "drop-expired",
              "day",
              "logs",
              "kafka",
              "topic",
              "group",
              "from",
              "kafka-property",
              "lateness",
              "period",
              "out",
              "out-topic",
              "delivery",
              "format"));

  private static final Duration LATENESS = Duration.ofMinutes(1);
  private static final Duration PERIOD = Duration.ofHours(1);

  /** Copies the collections. */
  public JobArguments {
    logs = List.copyOf(logs);
    topics = List.copyOf(topics);
    kafka = Map.copyOf(kafka);
  }

  /** Returns the topics to read. */
  Messages messages() {
    return new Messages(servers.orElseThrow(), topics, group, earliest, false, kafka);
  }

  /** Returns where the results go. */
  Outputs output() {
    return new Outputs(outFolder, outTopic, servers.orElse(""), exactlyOnce, kafka);
  }

  /**
   * Reads arguments such as {@code --manifests k8s --kafka broker:9092}.
   *
   * @throws IllegalArgumentException if they are not valid; the message is for users
   */
  public static JobArguments of(String... args) {
    MultipleParameterTool given = MultipleParameterTool.fromArgs(args);
    for (String name : new TreeSet<>(given.toMap().keySet())) {
      if (!KNOWN.contains(name)) {
        throw refused(
            "there is no argument --" + name + "; there are --" + String.join(", --", KNOWN));
      }
    }
    List<String> logs = all(given, "logs");
    Optional<String> servers = one(given, "kafka");
    List<String> topics = all(given, "topic");
    if (logs.isEmpty() == topics.isEmpty()) {
      throw refused("pass either --logs PATH or --kafka SERVERS and --topic TOPIC");
    }
    Optional<String> outTopic = one(given, "out-topic");
    if ((!topics.isEmpty() || outTopic.isPresent()) && servers.isEmpty()) {
      throw refused("--topic and --out-topic need --kafka SERVERS");
    }
    Optional<String> outFolder = one(given, "out");
    if (outFolder.isPresent() == outTopic.isPresent()) {
      throw refused("pass either --out FOLDER or --out-topic TOPIC for the results");
    }
    return new JobArguments(
        inputs(given),
        InputPath.of(logs),
        order(given, topics),
        servers,
        topics,
        one(given, "group").orElse("zonec"),
        choice(given, "from", List.of("earliest", "latest")).equals("earliest"),
        pairs(given, "kafka-property"),
        outFolder,
        outTopic,
        choice(given, "delivery", List.of("exactly-once", "at-least-once")).equals("exactly-once"),
        LineFormat.valueOf(
            choice(
                    given,
                    "format",
                    Arrays.stream(LineFormat.values()).map(LineFormat::word).toList())
                .toUpperCase(Locale.ROOT)));
  }

  private static InputsRequest inputs(MultipleParameterTool given) {
    List<String> manifests = all(given, "manifests");
    if (manifests.isEmpty()) {
      throw refused("flows are compared with manifests: pass some with --manifests PATH");
    }
    Map<Knob, String> assumed = new EnumMap<>(Knob.class);
    pairs(given, "assume")
        .forEach(
            (word, answer) -> {
              Knob knob =
                  Arrays.stream(Knob.values())
                      .filter(each -> each.word().equals(word) && each.answers().contains(answer))
                      .findFirst()
                      .orElseThrow(
                          () ->
                              refused(
                                  "--assume takes a knob and an answer, not '"
                                      + word
                                      + "="
                                      + answer
                                      + "'"));
              assumed.put(knob, answer);
            });
    return new InputsRequest(
        all(given, "zones"),
        manifests,
        all(given, "threats"),
        pairs(given, "param"),
        one(given, "default-namespace").orElse(WorldReader.DEFAULT_NAMESPACE),
        all(given, "ignore"),
        given.has("skip-unreadable"),
        given.has("drop-expired"),
        one(given, "day").map(JobArguments::day).orElseGet(() -> LocalDate.now(ZoneOffset.UTC)),
        assumed,
        Thresholds.STANDARD);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw refused("--day takes a date such as 2026-01-31, not '" + text + "'");
    }
  }

  private static FlowOrder order(MultipleParameterTool given, List<String> topics) {
    if (topics.isEmpty()) {
      if (given.has("lateness") || given.has("period")) {
        throw refused(
            "--lateness and --period are for messages of Kafka: files are read in their order");
      }
      return new FlowOrder.OfReading();
    }
    return new FlowOrder.OfTime(
        seconds(given, "lateness", LATENESS), seconds(given, "period", PERIOD));
  }

  private static Duration seconds(MultipleParameterTool given, String name, Duration otherwise) {
    Optional<String> text = one(given, name);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.get().matches("[1-9]\\d{0,7}")) {
      throw refused("--" + name + " takes a number of seconds, not '" + text.get() + "'");
    }
    return Duration.ofSeconds(Long.parseLong(text.get()));
  }

  /** Returns the value of an argument that takes one of {@code words}; the first is standard. */
  private static String choice(MultipleParameterTool given, String name, List<String> words) {
    String word = one(given, name).orElse(words.getFirst());
    if (!words.contains(word)) {
      throw refused("--" + name + " takes " + String.join(" or ", words) + ", not '" + word + "'");
    }
    return word;
  }

  private static Map<String, String> pairs(MultipleParameterTool given, String name) {
    Map<String, String> pairs = new TreeMap<>();
    for (String text : all(given, name)) {
      int equals = text.indexOf('=');
      if (equals < 1) {
        throw refused("--" + name + " takes NAME=VALUE, not '" + text + "'");
      }
      pairs.put(text.substring(0, equals), text.substring(equals + 1));
    }
    return pairs;
  }

  private static Optional<String> one(MultipleParameterTool given, String name) {
    List<String> values = all(given, name);
    if (values.size() > 1) {
      throw refused("--" + name + " is given twice");
    }
    return values.stream().findFirst();
  }

  private static List<String> all(MultipleParameterTool given, String name) {
    Collection<String> values = given.has(name) ? given.getMultiParameterRequired(name) : List.of();
    return new ArrayList<>(values);
  }

  private static IllegalArgumentException refused(String reason) {
    return new IllegalArgumentException(reason);
  }
}
