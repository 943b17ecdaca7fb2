package dev.zonec.flows.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.Code;
import dev.zonec.flows.observed.Instants;
import dev.zonec.flows.observed.IpProtocols;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Small logs of each format, in our own words. */
final class ReadersTest {
  private static final String HUBBLE =
      "{\"time\":\"2026-11-20T10:00:00.5Z\",\"verdict\":\"%s\",\"IP\":{\"source\":\"10.0.0.1\","
          + "\"destination\":\"10.0.0.2\"},\"l4\":{\"TCP\":{\"source_port\":40000,"
          + "\"destination_port\":80%s}},\"source\":{\"namespace\":\"a\",\"pod_name\":\"web-0\"},"
          + "\"destination\":{\"labels\":[\"reserved:world\"]}%s}\n";

  private static String hubble(String verdict, String tcp, String more) {
    return String.format(HUBBLE, verdict, tcp, more);
  }

  @Test
  void hubbleTellsAnswersByTheirFlag() {
    Recorded read =
        Recorded.of(
            hubble("FORWARDED", "", ",\"is_reply\":false,\"traffic_direction\":\"EGRESS\"")
                + hubble("FORWARDED", "", ",\"is_reply\":true,\"traffic_direction\":\"INGRESS\"")
                + hubble("FORWARDED", "", ",\"reply\":true")
                + hubble("FORWARDED", "", ",\"is_reply\":null")
                + hubble("FORWARDED", ",\"flags\":{\"SYN\":true}", "")
                + hubble("FORWARDED", ",\"flags\":{\"SYN\":true,\"ACK\":true}", ""));
    assertThat(read.flows)
        .containsExactly(
            "web-0:40000 -> 10.0.0.2:80 tcp sent 1",
            "10.0.0.2:80 -> web-0:40000 tcp passed 0",
            "10.0.0.2:80 -> web-0:40000 tcp passed 0",
            "web-0:40000 - 10.0.0.2:80 tcp sent 0",
            "web-0:40000 -> 10.0.0.2:80 tcp sent 1",
            "10.0.0.2:80 -> web-0:40000 tcp passed 0");
  }

  @Test
  void hubbleDropsAreDenialsOnlyByPolicies() {
    String opening = ",\"is_reply\":false";
    Recorded read =
        Recorded.of(
            hubble("DROPPED", "", opening + ",\"drop_reason_desc\":\"POLICY_DENIED\"")
                + hubble("DROPPED", "", opening + ",\"drop_reason\":181")
                + hubble("DROPPED", "", opening + ",\"drop_reason_desc\":\"INVALID_SOURCE_IP\"")
                + hubble("AUDIT", "", opening + ",\"traffic_direction\":\"INGRESS\"")
                + hubble("DROPPED", "", opening + ",\"Type\":\"L7\"")
                + hubble("TRANSLATED", "", "")
                + "{\"lost_events\":{\"num_events_lost\":\"7\"}}\n");
    assertThat(read.flows)
        .containsExactly(
            "web-0:40000 -> 10.0.0.2:80 tcp denied 1",
            "web-0:40000 -> 10.0.0.2:80 tcp denied 1",
            "web-0:40000 -> 10.0.0.2:80 tcp lost 1",
            "web-0:40000 -> 10.0.0.2:80 tcp passed 1");
    assertThat(read.skipped).hasSize(2);
    assertThat(read.lost).isEqualTo(7);
  }

  @Test
  void calicoProvesByTheDestinationOnly() {
    String line =
        "{\"start_time\":1,\"end_time\":2,\"source_name\":\"-\",\"source_name_aggr\":\"web-6b-*\","
            + "\"source_namespace\":\"a\",\"source_type\":\"wep\",\"dest_name\":\"db-0\","
            + "\"dest_name_aggr\":\"db-*\",\"dest_namespace\":\"a\",\"dest_type\":\"wep\","
            + "\"dest_port\":%s,\"proto\":\"tcp\",\"action\":\"%s\",\"reporter\":\"%s\","
            + "\"num_flows_started\":%d}\n";
    Recorded read =
        Recorded.of(
            String.format(line, "80", "allow", "src", 3)
                + String.format(line, "80", "allow", "dst", 3)
                + String.format(line, "80", "deny", "dst", 3)
                + String.format(line, "null", "allow", "dst", 0)
                + String.format(line, "80", "allow", "fwd", 1));
    assertThat(read.flows)
        .containsExactly(
            "web-6b-*:0 -> db-0:80 tcp sent 3",
            "web-6b-*:0 -> db-0:80 tcp passed 3",
            "web-6b-*:0 -> db-0:80 tcp denied 3",
            "web-6b-*:0 -> db-0:0 tcp passed 0");
    assertThat(read.skipped).hasSize(1);
  }

  @Test
  void goldmaneAndWhiskerAreCalicoToo() {
    Recorded goldmane =
        Recorded.of(
            "{\"id\":\"1\",\"flow\":{\"Key\":{\"sourceName\":\"web-6b-*\",\"sourceNamespace\":\"a\",\"sourceType\":\"WorkloadEndpoint\",\"destName\":\"pub\",\"destType\":\"Network\",\"destPort\":\"443\",\"proto\":\"tcp\",\"reporter\":\"Src\",\"action\":\"Deny\"},\"startTime\":\"1763632800\",\"numConnectionsStarted\":\"2\"}}\n");
    assertThat(goldmane.flows).containsExactly("web-6b-*:0 -> :443 tcp denied 2");
    Recorded whisker =
        Recorded.of(
            "[{\"start_time\":\"2026-11-20T10:00:00Z\",\"action\":\"Allow\",\"source_name\":\"web-*\",\"source_namespace\":\"a\",\"source_labels\":\"app=web"
                + " | tier=1\","
                + "\"dest_name\":\"db-*\",\"dest_namespace\":\"a\",\"protocol\":\"tcp\","
                + "\"dest_port\":5432,\"reporter\":\"Dst\"}]");
    assertThat(whisker.flows).containsExactly("web-*:0 -> db-*:5432 tcp passed 1");
  }

  @Test
  void suricataAlertsHaveTheOrientationOfTheirFlow() {
    String alert =
        "{\"timestamp\":\"2026-11-20T10:00:00.000001+0000\",\"event_type\":\"alert\","
            + "\"src_ip\":\"10.0.0.2\",\"src_port\":80,\"dest_ip\":\"10.0.0.1\",\"dest_port\":4000,"
            + "\"proto\":\"TCP\",\"alert\":{\"action\":\"%s\"}%s}\n";
    Recorded read =
        Recorded.of(
            String.format(alert, "allowed", "")
                + String.format(alert, "allowed", ",\"direction\":\"to_client\"")
                + String.format(
                    alert,
                    "blocked",
                    ",\"flow\":{\"src_ip\":\"10.0.0.1\",\"src_port\":4000,\"dest_ip\":\"10.0.0.2\","
                        + "\"dest_port\":80}")
                + "{\"timestamp\":\"2026-11-20T10:00:00.000001+0000\",\"event_type\":\"stats\"}\n");
    assertThat(read.flows)
        .containsExactly(
            "10.0.0.2:80 - 10.0.0.1:4000 tcp sent 0",
            "10.0.0.1:4000 -> 10.0.0.2:80 tcp sent 0",
            "10.0.0.1:4000 -> 10.0.0.2:80 tcp refused 0");
    assertThat(read.skipped).containsExactly("4 event of type stats");
  }

  @Test
  void aResetIsNoProofThatAConnectionPassed() {
    String event =
        "{\"timestamp\":\"2026-11-20T10:00:00.000001+0000\",\"event_type\":\"flow\","
            + "\"src_ip\":\"10.0.0.1\",\"src_port\":4000,\"dest_ip\":\"10.0.0.2\",\"dest_port\":80,"
            + "\"proto\":\"%s\",\"flow\":{\"pkts_toserver\":1,\"pkts_toclient\":1}%s}\n";
    Recorded suricata =
        Recorded.of(
            String.format(event, "TCP", ",\"tcp\":{\"tcp_flags_tc\":\"14\"}")
                + String.format(event, "TCP", ",\"tcp\":{\"tcp_flags_tc\":\"04\"}")
                + String.format(event, "TCP", ",\"tcp\":{\"tcp_flags_tc\":\"1e\"}")
                + String.format(event, "TCP", ",\"tcp\":{\"tcp_flags_tc\":\"12\"}")
                + String.format(event, "TCP", "")
                + String.format(event, "UDP", ""));
    assertThat(suricata.flows)
        .extracting(flow -> flow.split(" ")[4])
        .containsExactly("reset", "reset", "passed", "passed", "sent", "passed");
    Recorded hubble =
        Recorded.of(
            hubble("FORWARDED", ",\"flags\":{\"RST\":true,\"ACK\":true}", ",\"is_reply\":true")
                + hubble("FORWARDED", ",\"flags\":{\"ACK\":true}", ",\"is_reply\":true"));
    assertThat(hubble.flows)
        .containsExactly(
            "10.0.0.2:80 -> web-0:40000 tcp reset 0", "10.0.0.2:80 -> web-0:40000 tcp passed 0");
    Recorded zeek =
        Recorded.of(
            "#fields\tts\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tconn_state"
                + "\tresp_pkts\n"
                + "1763632800.1\t10.0.0.1\t4000\t10.0.0.2\t80\ttcp\tREJ\t1\n"
                + "1763632800.1\t10.0.0.1\t4000\t10.0.0.2\t80\ttcp\tRSTO\t3\n");
    assertThat(zeek.flows)
        .containsExactly(
            "10.0.0.1:4000 -> 10.0.0.2:80 tcp reset 1",
            "10.0.0.1:4000 -> 10.0.0.2:80 tcp passed 1");
    Recorded azure =
        Recorded.of(
            "{\"records\":[{\"properties\":{\"Version\":2,\"flows\":[{\"rule\":\"r\",\"flows\":[{"
                + "\"flowTuples\":[\"1763632860,10.0.0.1,10.0.0.2,4000,80,T,O,A,E,1,60,1,54\","
                + "\"1763632860,10.0.0.1,10.0.0.2,4000,53,U,O,A,E,1,60,1,54\"]}]}]}}]}");
    assertThat(azure.flows)
        .containsExactly(
            "10.0.0.1:4000 -> 10.0.0.2:80 tcp sent 0", "10.0.0.1:4000 -> 10.0.0.2:53 udp passed 0");
  }

  @Test
  void captureWithResets() {
    Capture refused = new Capture().tcp(true, 0x02).tcp(false, 0x14);
    assertThat(Recorded.of(refused.bytes()).flows)
        .containsExactly(
            "10.0.0.1:4000 -> 10.0.0.2:80 tcp sent 1", "10.0.0.1:4000 -> 10.0.0.2:80 tcp reset 0");
    Capture closed = new Capture().tcp(true, 0x02).tcp(false, 0x12).tcp(false, 0x14);
    assertThat(Recorded.of(closed.bytes()).flows)
        .containsExactly(
            "10.0.0.1:4000 -> 10.0.0.2:80 tcp sent 1",
            "10.0.0.1:4000 -> 10.0.0.2:80 tcp passed 0",
            "10.0.0.1:4000 -> 10.0.0.2:80 tcp passed 0");
    // The ports are used again, and this time only a reset answers.
    Capture again = new Capture().tcp(true, 0x02).tcp(false, 0x12).tcp(true, 0x02).tcp(false, 0x04);
    assertThat(Recorded.of(again.bytes()).flows).last().asString().contains("reset");
  }

  /** A capture of packets between two ends. */
  private static final class Capture {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Capture() {
      ints(0xa1b2c3d4, 0x00020004, 0, 0, 65_535, 101);
    }

    private void ints(int... values) {
      for (int value : values) {
        for (int shift = 24; shift >= 0; shift -= 8) {
          out.write(value >> shift);
        }
      }
    }

    Capture tcp(boolean forth, int flags) {
      int client = 0x0a000001;
      int server = 0x0a000002;
      ints(1_763_632_800, 0, 40, 40, 0x45000028, 0, 0x40060000);
      ints(forth ? client : server, forth ? server : client);
      ints(forth ? 4000 << 16 | 80 : 80 << 16 | 4000, 0, 0, 0x50000000 | flags << 16, 0);
      return this;
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }

  @Test
  void protocolsAreNumbersOrNames() {
    assertThat(IpProtocols.named("6")).isEqualTo("tcp");
    assertThat(IpProtocols.named("TCP")).isEqualTo("tcp");
    assertThat(IpProtocols.named("058")).isEqualTo("icmpv6");
    assertThat(IpProtocols.named("IPv6-ICMP")).isEqualTo("icmpv6");
    assertThat(IpProtocols.named("99")).isEqualTo("ip-proto-99");
    for (String unknown : List.of("", "256", "x".repeat(5000), "a b")) {
      assertThat(IpProtocols.named(unknown)).isEqualTo(IpProtocols.UNKNOWN);
    }
    Recorded calico =
        Recorded.of(
            "{\"source_name\":\"a\",\"source_namespace\":\"n\",\"dest_name\":\"b\","
                + "\"dest_namespace\":\"n\",\"dest_port\":80,\"proto\":\"6\",\"action\":"
                + "\"allow\",\"reporter\":\"dst\"}\n");
    assertThat(calico.flows).containsExactly("a:0 -> b:80 tcp passed 1");
  }

  @Test
  void reasonsOfSkippedRecordsAreBounded() {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      log.append("{\"timestamp\":\"2026-11-20T10:00:00Z\",\"event_type\":\"t")
          .append(i)
          .append("\"}\n");
    }
    Recorded read = Recorded.of(log.toString());
    assertThat(read.counts.getFirst().skipped()).hasSizeLessThan(110);
    assertThat(read.counts.getFirst().skippedRecords()).isEqualTo(1000);
  }

  @Test
  void zeekColumnsAreFoundByName() {
    Recorded read =
        Recorded.of(
            "#separator \\x09\n#unset_field\t-\n#path\tconn\n"
                + "#fields\tconn_state\tid.resp_h\tid.resp_p\tid.orig_h\tid.orig_p\tproto\tts\t"
                + "resp_pkts\thistory\tservice\n"
                + "SF\t10.0.0.2\t80\t10.0.0.1\t4000\ttcp\t1763632800.5\t3\tShADadFf\t-\n"
                + "S0\t10.0.0.2\t80\t10.0.0.1\t4001\ttcp\t1763632800.5\t0\tS\t-\n"
                + "SHR\t10.0.0.2\t67\t10.0.0.1\t68\tudp\t1763632800.5\t1\t^d\t-\n"
                + "S0\t10.0.0.2\t4789\t10.0.0.1\t4000\tudp\t1763632800.5\t0\tD\tvxlan\n");
    assertThat(read.flows)
        .containsExactly(
            "10.0.0.1:4000 -> 10.0.0.2:80 tcp passed 1",
            "10.0.0.1:4001 -> 10.0.0.2:80 tcp sent 1",
            "10.0.0.1:68 - 10.0.0.2:67 udp sent 1");
    assertThat(read.skipped).contains("8 outer connection of a tunnel");
  }

  @Test
  void awsUsesTheAddressesOfThePackets() {
    Recorded read =
        Recorded.of(
            "pkt-dstaddr pkt-srcaddr dstaddr srcaddr dstport srcport protocol action tcp-flags\n"
                + "10.0.0.2 10.0.0.1 10.9.0.2 10.9.0.1 80 4000 6 ACCEPT 2\n"
                + "10.0.0.1 10.0.0.2 10.9.0.1 10.9.0.2 4000 80 6 ACCEPT 19\n"
                + "10.0.0.2 10.0.0.1 10.9.0.2 10.9.0.1 80 4000 6 REJECT 0\n");
    assertThat(read.flows)
        .containsExactly(
            "10.0.0.1:4000 -> 10.0.0.2:80 tcp sent 1",
            "10.0.0.1:4000 -> 10.0.0.2:80 tcp passed 0",
            "10.0.0.1:4000 - 10.0.0.2:80 tcp refused 0");
  }

  @Test
  void azureTuplesAreConnections() {
    Recorded read =
        Recorded.of(
            "{\"records\":[{\"properties\":{\"Version\":2,\"flows\":[{\"rule\":\"r\",\"flows\":[{"
                + "\"flowTuples\":[\"1763632800,10.0.0.1,10.0.0.2,4000,80,T,O,A,B,,,,\","
                + "\"1763632860,10.0.0.1,10.0.0.2,4000,80,T,O,A,E,5,400,4,300\","
                + "\"1763632860,10.0.0.3,10.0.0.2,4000,22,T,I,D,B,,,,\",\"broken\"]}]}]}}]}");
    assertThat(read.flows)
        .containsExactly(
            "10.0.0.1:4000 -> 10.0.0.2:80 tcp sent 1",
            "10.0.0.1:4000 -> 10.0.0.2:80 tcp passed 0",
            "10.0.0.3:4000 -> 10.0.0.2:22 tcp refused 1");
    assertThat(read.unreadable).hasSize(1);
  }

  @Test
  void compressedLogsAreRead() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped = new GZIPOutputStream(out)) {
      zipped.write(hubble("FORWARDED", "", ",\"is_reply\":false").getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Recorded.of(out.toByteArray()).flows).hasSize(1);
  }

  @Test
  void otherFilesAreRefused() {
    assertThat(Recorded.of("hello\n").problems)
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(Code.ZC1203));
    assertThat(Recorded.of("#separator \\x09\n#path\tdns\n#fields\tts\n").problems.toString())
        .contains("not conn.log");
    assertThat(Recorded.of("2026-11-20T10:00:00Z stdout F {\"flow\":{}}\n").problems.toString())
        .contains("container runtime");
  }

  @Test
  void timesHaveAnyZone() {
    long expected = Instants.parse("2026-11-20T10:00:00Z").orElseThrow();
    assertThat(Instants.parse("2026-11-20T12:00:00.000001+0200")).hasValue(expected);
    assertThat(Instants.parse("2026-11-20T10:00:00-0000")).hasValue(expected);
    assertThat(Instants.parse("2026-11-20T04:30:00.123456789-05:30")).hasValue(expected + 123);
    assertThat(Instants.parse("2026-02-30T10:00:00Z")).isEmpty();
    assertThat(Instants.parse("2026-11-20T10:00:00")).isEmpty();
  }
}
