package dev.zonec.stream.job;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.flink.api.common.serialization.SimpleStringEncoder;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.DateTimeBucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Where the results of the job go.
 *
 * @param folder the folder for files of lines
 * @param topic the topic for messages, each with one line; not with a folder
 * @param servers the servers of Kafka; empty if there is no topic
 * @param exactlyOnce whether messages are written in transactions
 * @param properties further properties of the client of Kafka
 */
public record Outputs(
    Optional<String> folder,
    Optional<String> topic,
    String servers,
    boolean exactlyOnce,
    Map<String, String> properties) {
  /**
   * Brokers allow transactions of 15 minutes at most, unless they are configured otherwise. A
   * transaction is open from one checkpoint to the next.
   */
  private static final Duration TRANSACTION = Duration.ofMinutes(15);

  /** Copies the map. */
  public Outputs {
    properties = Map.copyOf(properties);
  }

  /** Adds the sink of {@code lines}. */
  public static void write(DataStream<String> lines, Outputs outputs) {
    outputs.folder().ifPresent(folder -> lines.sinkTo(files(folder)).name("files").uid("files"));
    outputs
        .topic()
        .ifPresent(topic -> lines.sinkTo(outputs.messages(topic)).name("topic").uid("topic"));
  }

  /** A file is complete after a checkpoint, or at the end of the job. */
  private static FileSink<String> files(String folder) {
    return FileSink.forRowFormat(new Path(folder), new SimpleStringEncoder<String>("UTF-8"))
        .withBucketAssigner(new DateTimeBucketAssigner<>("yyyy-MM-dd--HH"))
        .withRollingPolicy(OnCheckpointRollingPolicy.build())
        .withOutputFileConfig(
            OutputFileConfig.builder().withPartPrefix("flows").withPartSuffix(".jsonl").build())
        .build();
  }

  private KafkaSink<String> messages(String name) {
    Properties client = new Properties();
    client.setProperty("transaction.timeout.ms", Long.toString(TRANSACTION.toMillis()));
    client.putAll(properties);
    KafkaSinkBuilder<String> builder =
        KafkaSink.<String>builder()
            .setBootstrapServers(servers)
            .setKafkaProducerConfig(client)
            // Without the time of the flow: brokers refuse times that are far in the future, and a
            // wrong time in one record of a log must not stop the job.
            .setRecordSerializer(
                (line, context, time) ->
                    new ProducerRecord<>(name, line.getBytes(StandardCharsets.UTF_8)));
    return exactlyOnce
        ? builder
            .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
            .setTransactionalIdPrefix("zonec-" + name)
            .build()
        : builder.setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE).build();
  }
}
