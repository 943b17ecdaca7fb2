package dev.zonec.stream.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.stream.RandomLogs;
import dev.zonec.stream.event.JudgedFlow;
import dev.zonec.stream.event.LogEvent;
import dev.zonec.stream.event.LogReport;
import dev.zonec.stream.inputs.CarriedInputs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages of Kafka, without a broker. */
final class KafkaMessagesTest {
  private static final String FLOW =
      "{\"ts\":1763632800.5,\"id.orig_h\":\"10.1.0.2\",\"id.orig_p\":40000,\"id.resp_h\":\"10.1.0.3\","
          + "\"id.resp_p\":80,\"proto\":\"tcp\",\"conn_state\":\"SF\",\"resp_pkts\":2}";

  @Test
  void eachMessageIsAFlowOrCounted(@TempDir Path folder) throws Exception {
    CarriedInputs inputs =
        ((CarriedInputs.Outcome.Carried) CarriedInputs.of(RandomLogs.request(folder))).inputs();
    KafkaMessages messages = new KafkaMessages(List.of("zeek"), inputs);
    messages.open(null);
    List<LogEvent> events = new ArrayList<>();
    String[] values = {"nothing known", FLOW, "{\"ts\": damaged", FLOW, null};
    for (int i = 0; i < values.length; i++) {
      byte[] value = values[i] == null ? null : values[i].getBytes(StandardCharsets.UTF_8);
      messages.deserialize(
          new ConsumerRecord<>("zeek", 3, 100 + i, null, value), collector(events));
    }
    assertThat(events).filteredOn(JudgedFlow.class::isInstance).hasSize(2);
    JudgedFlow flow = (JudgedFlow) events.get(1);
    assertThat(flow.known().from().name()).isEqualTo("shop/w1 (Pod)");
    assertThat(flow.known().flow().place().toString()).isEqualTo("zeek/3:101");
    LogReport sum =
        events.stream()
            .filter(LogReport.class::isInstance)
            .map(LogReport.class::cast)
            .reduce(LogReport::and)
            .orElseThrow();
    assertThat(sum.unknown()).isEqualTo(1);
    assertThat(sum.counts().orElseThrow().flows()).isEqualTo(2);
    assertThat(sum.counts().orElseThrow().unreadable()).isEqualTo(1);
    assertThat(sum.counts().orElseThrow().skippedRecords()).isEqualTo(1);
    assertThat(sum.unreadable())
        .extracting(each -> each.place().number())
        .containsExactly(100L, 102L);
  }

  private static Collector<LogEvent> collector(List<LogEvent> events) {
    return new Collector<>() {
      @Override
      public void collect(LogEvent event) {
        events.add(event);
      }

      @Override
      public void close() {}
    };
  }
}
