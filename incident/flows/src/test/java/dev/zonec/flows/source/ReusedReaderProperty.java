package dev.zonec.flows.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.flows.calico.CalicoReader;
import dev.zonec.flows.hubble.HubbleReader;
import dev.zonec.flows.json.ObjectReader;
import dev.zonec.flows.log.FlowSink;
import dev.zonec.flows.log.Line;
import dev.zonec.flows.log.LogLines;
import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.observed.RecordPlace;
import dev.zonec.flows.suricata.SuricataReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * A reader that remembers the texts of earlier lines reads each line as a reader does that has seen
 * no other line, whatever is damaged in it.
 */
final class ReusedReaderProperty {
  private static final List<String> ENDS =
      List.of(
          "{\"ID\":1734,\"identity\":50012,\"namespace\":\"shop\",\"labels\":[\"k8s:app=web\"],"
              + "\"pod_name\":\"web-1\"}",
          "{\"ID\":1735,\"identity\":50013,\"namespace\":\"shop\",\"labels\":[\"k8s:app=db\"],"
              + "\"pod_name\":\"db-1\"}",
          // Begins as the first one does.
          "{\"ID\":1734,\"identity\":50012,\"namespace\":\"other\",\"labels\":[],\"pod_name\":\"x\"}",
          "{\"identity\":2,\"labels\":[\"reserved:world\"]}",
          "{}",
          "null",
          "0",
          "\"text\"",
          "[{\"identity\":1}]");

  private static String hubble(Random random) {
    String source = ENDS.get(random.nextInt(ENDS.size()));
    String target = ENDS.get(random.nextInt(ENDS.size()));
    String flow =
        "{\"time\":\"2026-11-20T10:00:0"
            + random.nextInt(10)
            + "Z\",\"verdict\":\"FORWARDED\",\"IP\":{\"source\":"
            + (random.nextInt(9) == 0 ? source : "\"10.0.0." + random.nextInt(4) + "\"")
            + ",\"destination\":\"10.0.0.9\"},\"l4\":{\"TCP\":{\"source_port\":"
            + random.nextInt(3)
            + ",\"destination_port\":"
            + (random.nextBoolean() ? "443" : "-0")
            + "}},\"source\":"
            + source
            + ",\"destination\":"
            + target
            + (random.nextInt(5) == 0 ? ",\"source\":" + target : "")
            + (random.nextInt(5) == 0 ? ",\"ethernet\":" + source : "")
            + ",\"Summary\":\"x \\\":"
            + (random.nextInt(5) == 0 ? source.replace("\"", "\\\"") : "")
            + "\",\"is_reply\":"
            + List.of("false", "true", "null").get(random.nextInt(3))
            + "}";
    return random.nextBoolean() ? flow : "{\"flow\":" + flow + ",\"node_name\":\"n\"}";
  }

  private static String suricata(Random random) {
    return "{\"timestamp\":\"2026-11-20T10:00:0"
        + random.nextInt(10)
        + ".5+0000\",\"event_type\":\"flow\",\"src_ip\":\"10.0.0."
        + random.nextInt(5)
        + "\",\"dest_ip\":\"10.0.0.9\",\"src_port\":4,\"dest_port\":"
        + random.nextInt(3)
        + ",\"proto\":\"TCP\",\"flow\":{\"pkts_toserver\":9,\"bytes_toserver\":900,"
        + "\"pkts_toclient\":"
        + random.nextInt(2)
        + "},\"tcp\":{\"tcp_flags_tc\":\""
        + List.of("1b", "4", "", "zz", "14").get(random.nextInt(5))
        + "\"}}";
  }

  private static String calico(Random random) {
    String labels =
        List.of(
                "{\"labels\":[\"app=web\",\"a=b\"]}",
                "[\"app=web\"]",
                "\"app=web | a=b\"",
                "null",
                "\"-\"")
            .get(random.nextInt(5));
    return "{\"start_time\":"
        + List.of("1597086849", "1597086849.25", "\"2026-11-20T10:00:00Z\"", "\"-\"", "0")
            .get(random.nextInt(5))
        + ",\"source_name\":\"web-1\",\"source_namespace\":\"shop\",\"source_type\":\"wep\","
        + "\"source_labels\":"
        + labels
        + ",\"dest_ip\":\"203.0.113.9\",\"dest_name\":\"-\",\"dest_name_aggr\":\"pub\","
        + "\"dest_namespace\":\"-\",\"dest_type\":\"net\",\"dest_port\":443,\"proto\":\"tcp\","
        + "\"action\":\"allow\",\"reporter\":\"src\",\"bytes_out\":5}";
  }

  @Property(tries = 300)
  void aReusedReaderReadsAsAFreshOne(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    int format = random.nextInt(3);
    Supplier<ObjectReader> fresh =
        List.<Supplier<ObjectReader>>of(HubbleReader::new, SuricataReader::new, CalicoReader::new)
            .get(format);
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    for (int i = 0; i < 60; i++) {
      String line =
          switch (format) {
            case 0 -> hubble(random);
            case 1 -> suricata(random);
            default -> calico(random);
          };
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      if (random.nextInt(4) == 0) {
        bytes[random.nextInt(bytes.length)] =
            (byte) " \"{}[]:,0\\x\u00e9".charAt(random.nextInt(12));
      }
      log.write(bytes, 0, random.nextInt(20) == 0 ? random.nextInt(bytes.length) : bytes.length);
      log.write('\n');
    }
    ObjectReader reused = fresh.get();
    LogLines lines = new LogLines(new ByteArrayInputStream(log.toByteArray()));
    while (lines.next()) {
      Line line = lines.line();
      assertThat(read(reused, line)).as(line.content()).isEqualTo(read(fresh.get(), line));
    }
  }

  /** Returns all that a reader reports about a line. */
  private static List<String> read(ObjectReader reader, Line line) {
    List<String> told = new ArrayList<>();
    Optional<String> problem = reader.fields().read(line);
    if (problem.isPresent()) {
      told.add(problem.get());
      return told;
    }
    reader.record(
        new RecordPlace("a", 1),
        () -> "",
        new FlowSink() {
          @Override
          public void flow(ObservedFlow flow) {
            told.add(flow.toString().replaceAll("excerpt=.*", ""));
          }

          @Override
          public void skipped(RecordPlace place, String reason) {
            told.add("skipped: " + reason);
          }

          @Override
          public void unreadable(RecordPlace place, String reason) {
            told.add("unreadable: " + reason);
          }

          @Override
          public void lost(RecordPlace place, long number) {
            told.add("lost: " + number);
          }
        });
    return told;
  }
}
