package dev.zonec.stream.job;

import dev.zonec.stream.event.EventType;
import dev.zonec.stream.event.JudgedFlow;
import dev.zonec.stream.event.LogEvent;
import dev.zonec.stream.rule.FlowOrder;
import dev.zonec.stream.source.JudgingSupply;
import dev.zonec.stream.source.KafkaMessages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Topics of Kafka as a source of the job.
 *
 * @param servers the servers, such as {@code broker:9092}
 * @param topics the topics; each message is a record of a log
 * @param group the name of the consumer group
 * @param earliest whether a first run begins with the earliest message; otherwise with the latest
 * @param bounded whether the job ends after the messages that are there when it starts
 * @param properties further properties of the client
 */
public record Messages(
    String servers,
    List<String> topics,
    String group,
    boolean earliest,
    boolean bounded,
    Map<String, String> properties) {
  /** A partition without messages does not hold up the others for longer than this. */
  private static final Duration IDLE = Duration.ofMinutes(1);

  /** How far the times of partitions may differ, so that few flows wait for others. */
  private static final Duration DRIFT = Duration.ofMinutes(5);

  private static final Duration DRIFT_CHECKED = Duration.ofSeconds(1);

  /** Copies the collections. */
  public Messages {
    topics = List.copyOf(topics);
    properties = Map.copyOf(properties);
  }

  /** Returns the events of the topics. */
  public static DataStream<LogEvent> of(
      StreamExecutionEnvironment environment,
      Messages messages,
      FlowOrder.OfTime order,
      JudgingSupply judging) {
    return environment
        .fromSource(messages.source(judging), watermarks(order), "messages", EventType.EVENT)
        .uid("messages");
  }

  @SuppressWarnings("deprecation") // The connector asks for it.
  KafkaSource<LogEvent> source(JudgingSupply judging) {
    Properties client = new Properties();
    client.putAll(properties);
    var first =
        earliest
            ? org.apache.kafka.clients.consumer.OffsetResetStrategy.EARLIEST
            : org.apache.kafka.clients.consumer.OffsetResetStrategy.LATEST;
    KafkaSourceBuilder<LogEvent> builder =
        KafkaSource.<LogEvent>builder()
            .setProperties(client)
            .setBootstrapServers(servers)
            .setTopics(topics)
            .setGroupId(group)
            .setStartingOffsets(OffsetsInitializer.committedOffsets(first))
            .setDeserializer(new KafkaMessages(topics, judging));
    return (bounded ? builder.setBounded(OffsetsInitializer.latest()) : builder).build();
  }

  /** Reports of readers have no time, so only flows move the time of the job. */
  private static WatermarkStrategy<LogEvent> watermarks(FlowOrder.OfTime order) {
    return WatermarkStrategy.<LogEvent>forBoundedOutOfOrderness(order.lateness())
        .withTimestampAssigner(
            (event, time) ->
                event instanceof JudgedFlow flow ? flow.known().flow().start() : Long.MIN_VALUE)
        .withIdleness(IDLE)
        .withWatermarkAlignment("flows", DRIFT, DRIFT_CHECKED);
  }
}
