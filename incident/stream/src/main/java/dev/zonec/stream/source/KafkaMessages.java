package dev.zonec.stream.source;

import dev.zonec.flows.analysis.FlowJudging;
import dev.zonec.flows.analysis.Unreadable;
import dev.zonec.flows.log.FlowSink;
import dev.zonec.flows.log.LogCounts;
import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.observed.RecordPlace;
import dev.zonec.flows.source.MessageReading;
import dev.zonec.stream.event.EventType;
import dev.zonec.stream.event.JudgedFlow;
import dev.zonec.stream.event.LogEvent;
import dev.zonec.stream.event.LogReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads and judges messages of Kafka. The place of a record is its topic and partition, and its
 * offset.
 */
public final class KafkaMessages implements KafkaRecordDeserializationSchema<LogEvent> {
  private static final long serialVersionUID = 1;

  private final ArrayList<String> topics;
  private final JudgingSupply judging;
  private transient @Nullable FlowJudging judge;
  private transient @Nullable MessageReading reading;

  /**
   * @param topics the topics; the number of a topic is the number of its log
   */
  public KafkaMessages(List<String> topics, JudgingSupply judging) {
    this.topics = new ArrayList<>(topics);
    this.judging = judging;
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    judge = judging.judging();
    reading = new MessageReading();
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<LogEvent> out) {
    @Nullable FlowJudging judges = judge;
    @Nullable MessageReading reads = reading;
    if (judges == null || reads == null) {
      throw new IllegalStateException("Flink opens a schema before it uses it");
    }
    byte @Nullable [] value = message.value();
    String topic = message.topic();
    RecordPlace place = new RecordPlace(topic + "/" + message.partition(), message.offset());
    Outcome outcome = new Outcome(topics.indexOf(topic), topic, reads, judges, out);
    if (value == null) {
      outcome.skipped(place, "message without a value");
    } else {
      reads.read(value, topic, place, outcome);
    }
  }

  @Override
  public TypeInformation<LogEvent> getProducedType() {
    return EventType.EVENT;
  }

  /** Reports what a message shows. */
  private record Outcome(
      int log, String topic, MessageReading reading, FlowJudging judge, Collector<LogEvent> out)
      implements FlowSink {
    @Override
    public void flow(ObservedFlow flow) {
      out.collect(JudgedFlow.of(judge.of(flow)));
      report(1, Map.of(), 0, 0, List.of());
    }

    @Override
    public void skipped(RecordPlace place, String reason) {
      report(0, Map.of(reason, 1L), 0, 0, List.of());
    }

    @Override
    public void unreadable(RecordPlace place, String reason) {
      report(0, Map.of(), 1, 0, List.of(new Unreadable(place, reason)));
    }

    @Override
    public void lost(RecordPlace place, long number) {
      report(0, Map.of(), 0, number, List.of());
    }

    private void report(
        long flows, Map<String, Long> skipped, long unreadable, long lost, List<Unreadable> named) {
      @Nullable LogCounts counts =
          reading
              .format(topic)
              .map(format -> new LogCounts(topic, format, flows, skipped, unreadable, lost))
              .orElse(null);
      out.collect(new LogReport(log, topic, counts, counts == null ? 1 : 0, named, List.of()));
    }
  }
}
