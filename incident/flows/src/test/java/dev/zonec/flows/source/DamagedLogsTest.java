package dev.zonec.flows.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A damaged record costs this record and no other. */
final class DamagedLogsTest {
  /** A line of a flow for each format of lines, and what comes before the lines. */
  private static final Map<String, List<String>> FORMATS =
      Map.of(
          "hubble",
          List.of(
              "",
              "{\"time\":\"2026-11-20T10:00:00Z\",\"verdict\":\"FORWARDED\",\"IP\":{\"source\":"
                  + "\"10.0.0.1\",\"destination\":\"10.0.0.2\"},\"l4\":{\"UDP\":{"
                  + "\"destination_port\":53}},\"is_reply\":false}"),
          "calico",
          List.of(
              "",
              "{\"source_name\":\"a\",\"source_namespace\":\"n\",\"dest_name\":\"b\","
                  + "\"dest_namespace\":\"n\",\"dest_port\":80,\"proto\":\"tcp\",\"action\":"
                  + "\"allow\",\"reporter\":\"dst\"}"),
          "suricata",
          List.of(
              "",
              "{\"timestamp\":\"2026-11-20T10:00:00.000000+0000\",\"event_type\":\"flow\","
                  + "\"src_ip\":\"10.0.0.1\",\"dest_ip\":\"10.0.0.2\",\"proto\":\"ICMP\"}"),
          "zeek",
          List.of(
              "#fields\tts\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tconn_state\n",
              "1763632800.1\t10.0.0.1\t4000\t10.0.0.2\t80\ttcp\tSF"),
          "aws",
          List.of(
              "version srcaddr dstaddr srcport dstport protocol start end action\n",
              "2 10.0.0.1 10.0.0.2 4000 80 6 1763632800 1763632860 ACCEPT"),
          "gcp",
          List.of(
              "",
              "{\"jsonPayload\":{\"connection\":{\"src_ip\":\"10.0.0.1\",\"dest_ip\":\"10.0.0.2\","
                  + "\"protocol\":6},\"reporter\":\"SRC\"}}"));

  @Test
  void aCutLineCostsTheLine() {
    FORMATS.forEach(
        (name, format) -> {
          String line = format.get(1);
          Map<String, Integer> seen = new TreeMap<>();
          for (int cut = 1; cut < line.length() - 8; cut += 3) {
            String log =
                format.get(0)
                    + line
                    + "\n"
                    + line.substring(0, line.length() - cut)
                    + "\n"
                    + line
                    + "\n";
            Recorded read = Recorded.of(log);
            assertThat(read.problems).as(name).isEmpty();
            int damaged = read.flows.size() - 2;
            // A shorter number at the end of a column is another valid record.
            assertThat(damaged).as("%s: %s", name, log).isBetween(0, 1);
            assertThat(damaged + read.unreadable.size()).as("%s: %s", name, log).isEqualTo(1);
            seen.merge(damaged == 0 ? "unreadable" : "valid", 1, Integer::sum);
          }
          assertThat(seen).as(name).containsKey("unreadable");
        });
  }

  @Test
  void damagedBytesNeverEndTheReading() {
    Random random = new Random(7);
    FORMATS.forEach(
        (name, format) -> {
          for (int i = 0; i < 300; i++) {
            StringBuilder line = new StringBuilder(format.get(1));
            for (int j = 0; j < 3; j++) {
              line.setCharAt(random.nextInt(line.length()), (char) (32 + random.nextInt(95)));
            }
            String good = format.get(1) + "\n";
            Recorded read = Recorded.of(format.get(0) + good + line + "\n" + good);
            List<String> explained = new ArrayList<>(read.flows);
            explained.addAll(read.unreadable);
            explained.addAll(read.skipped);
            assertThat(read.problems).as(line.toString()).isEmpty();
            int header = format.get(0).isEmpty() ? 0 : 1;
            assertThat(explained).as(line.toString()).hasSize(3 + header);
          }
        });
  }

  @Test
  void aLineThatIsTooLongCostsTheLine() {
    String line = FORMATS.get("suricata").get(1);
    Recorded read = Recorded.of(line + "\n{\"a\":\"" + "x".repeat(5 << 20) + "\"}\n" + line + "\n");
    assertThat(read.flows).hasSize(2);
    assertThat(read.unreadable).containsExactly("2 the line is longer than 4 MB");
  }
}
