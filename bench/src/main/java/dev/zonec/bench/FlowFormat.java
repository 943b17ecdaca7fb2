package dev.zonec.bench;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

/** The formats of generated logs: connections between workloads, and to outside. */
enum FlowFormat {
  /** Flows of Hubble with labels, about 1 KB each. */
  HUBBLE,
  /** Flow events of Suricata. */
  SURICATA,
  /** Flow logs of Calico Enterprise, with labels. */
  CALICO,
  /** Connections of Zeek as JSON. */
  ZEEK_JSON,
  /** Connections of Zeek as columns. */
  ZEEK,
  /** Flow logs of AWS with the addresses of packets and the flags of TCP. */
  AWS;

  private static final int LINES = 20_000;

  /** The number of workloads that a workload calls, and of addresses outside of the cluster. */
  private static final int CALLED = 10;

  /** Whether the lines are JSON objects. */
  boolean isJson() {
    return this != ZEEK && this != AWS;
  }

  /** Returns the character between two columns; a comma for JSON, which has no columns. */
  char separator() {
    return switch (this) {
      case ZEEK -> '\t';
      case AWS -> ' ';
      case HUBBLE, SURICATA, CALICO, ZEEK_JSON -> ',';
    };
  }

  /** Returns {@value #LINES} different flows, one after the other, and then again. */
  FlowLog.Lines lines(int workloads) {
    byte[][] lines = new byte[LINES][];
    Random random = new Random(11);
    for (int i = 0; i < LINES; i++) {
      int from = random.nextInt(workloads);
      int called = random.nextInt(CALLED);
      int to = (from * CALLED + called * called) % workloads;
      boolean outside = random.nextInt(5) == 0;
      String target = outside ? "203.0.113." + (from + called) % 250 : FlowLog.address(to);
      int port = outside ? 443 : 8000 + to % 8;
      lines[i] = bytes(line(i, from, to, outside, target, port));
    }
    byte[] header = bytes(header());
    return new FlowLog.Lines() {
      @Override
      public byte[] header() {
        return header;
      }

      @Override
      public byte[] line(long number) {
        return lines[(int) (number % LINES)];
      }
    };
  }

  private static byte[] bytes(String line) {
    return (line.isEmpty() ? "" : line + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private String header() {
    return switch (this) {
      case ZEEK ->
          "#separator \\x09\n"
              + "#set_separator\t,\n"
              + "#empty_field\t(empty)\n"
              + "#unset_field\t-\n"
              + "#path\tconn\n"
              + "#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice"
              + "\tduration\torig_bytes\tresp_bytes\tconn_state\tlocal_orig\tlocal_resp"
              + "\tmissed_bytes\thistory\torig_pkts\torig_ip_bytes\tresp_pkts\tresp_ip_bytes"
              + "\ttunnel_parents\tip_proto";
      case AWS ->
          "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes"
              + " start end action log-status pkt-srcaddr pkt-dstaddr tcp-flags flow-direction";
      case HUBBLE, SURICATA, CALICO, ZEEK_JSON -> "";
    };
  }

  private String line(int i, int from, int to, boolean outside, String target, int port) {
    return switch (this) {
      case HUBBLE -> hubble(i, from, to, outside, target, port);
      case SURICATA -> suricata(i, from, target, port);
      case CALICO -> calico(i, from, to, outside, target, port);
      case ZEEK_JSON -> zeekJson(i, from, target, port);
      case ZEEK -> zeek(i, from, target, port);
      case AWS -> aws(i, from, target, port);
    };
  }

  private static String time(int i) {
    return String.format(Locale.ROOT, "2026-11-20T10:%02d:%02d.%06d", i / 60 % 60, i % 60, i);
  }

  static String hubbleEnd(long workload) {
    return "{\"ID\":"
        + (100 + workload)
        + ",\"identity\":"
        + (50_000 + workload)
        + ",\"namespace\":\"shop\",\"labels\":[\"k8s:app=w"
        + workload
        + "\",\"k8s:io.cilium.k8s.namespace.labels.kubernetes.io/metadata.name=shop\","
        + "\"k8s:io.cilium.k8s.policy.cluster=default\","
        + "\"k8s:io.cilium.k8s.policy.serviceaccount=default\","
        + "\"k8s:io.kubernetes.pod.namespace=shop\"],\"pod_name\":\"w"
        + workload
        + "\"}";
  }

  private static String hubble(int i, int from, int to, boolean outside, String target, int port) {
    return "{\"flow\":{\"time\":\""
        + time(i)
        + "Z\",\"verdict\":\"FORWARDED\",\"ethernet\":{\"source\":\"d2:d9:76:de:f4:90\","
        + "\"destination\":\"6e:3c:ce:d3:9e:a6\"},\"IP\":{\"source\":\""
        + FlowLog.address(from)
        + "\",\"destination\":\""
        + target
        + "\",\"ipVersion\":\"IPv4\"},\"l4\":{\"TCP\":{\"source_port\":"
        + (32_768 + i % 20_000)
        + ",\"destination_port\":"
        + port
        + ",\"flags\":{\"ACK\":true}}},\"source\":"
        + hubbleEnd(from)
        + ",\"destination\":"
        + (outside ? "{\"identity\":2,\"labels\":[\"reserved:world\"]}" : hubbleEnd(to))
        + ",\"Type\":\"L3_L4\",\"node_name\":\"n1\",\"event_type\":{\"type\":4,\"sub_type\":1},"
        + "\"traffic_direction\":\""
        + (outside ? "EGRESS" : "INGRESS")
        + "\",\"trace_observation_point\":\"TO_ENDPOINT\",\"is_reply\":false,"
        + "\"Summary\":\"TCP Flags: ACK\"},\"node_name\":\"n1\",\"time\":\""
        + time(i)
        + "Z\"}";
  }

  private static String suricata(int i, int from, String target, int port) {
    return "{\"timestamp\":\""
        + time(i)
        + "+0000\",\"flow_id\":"
        + (1_000_000_000L + i)
        + ",\"in_iface\":\"eth0\",\"event_type\":\"flow\",\"src_ip\":\""
        + FlowLog.address(from)
        + "\",\"src_port\":"
        + (32_768 + i % 20_000)
        + ",\"dest_ip\":\""
        + target
        + "\",\"dest_port\":"
        + port
        + ",\"proto\":\"TCP\",\"app_proto\":\"http\",\"flow\":{\"pkts_toserver\":9,"
        + "\"pkts_toclient\":8,\"bytes_toserver\":900,\"bytes_toclient\":1800,\"start\":\""
        + time(i)
        + "+0000\",\"end\":\""
        + time(i)
        + "+0000\",\"age\":1,\"state\":\"closed\",\"reason\":\"timeout\",\"alerted\":false},"
        + "\"tcp\":{\"tcp_flags\":\"1b\",\"tcp_flags_ts\":\"1b\",\"tcp_flags_tc\":\"1b\"}}";
  }

  private static String calico(int i, int from, int to, boolean outside, String target, int port) {
    return "{\"start_time\":"
        + (1_795_168_800L + i)
        + ",\"end_time\":"
        + (1_795_168_815L + i)
        + ",\"source_ip\":\""
        + FlowLog.address(from)
        + "\","
        + calicoEnd("source", "w" + from)
        + ",\"source_port\":null,\"dest_ip\":\""
        + target
        + "\","
        + (outside
            ? "\"dest_name\":\"-\",\"dest_name_aggr\":\"pub\",\"dest_namespace\":\"-\","
                + "\"dest_type\":\"net\",\"dest_labels\":null"
            : calicoEnd("dest", "w" + to))
        + ",\"dest_port\":"
        + port
        + ",\"proto\":\"tcp\",\"action\":\"allow\",\"reporter\":\""
        + (outside ? "src" : "dst")
        + "\",\"policies\":{\"all_policies\":[\"0|default|shop/default.w"
        + to
        + "|allow|0\"]},\"bytes_in\":18236,\"bytes_out\":52519,\"num_flows\":4,"
        + "\"num_flows_started\":3,\"num_flows_completed\":3,\"packets_in\":282,\"packets_out\":239,"
        + "\"http_requests_allowed_in\":0,\"http_requests_denied_in\":0,"
        + "\"original_source_ips\":null,\"num_original_source_ips\":0,\"host\":\"node-1\"}";
  }

  private static String calicoEnd(String side, String name) {
    return "\"NAME\":\"W\",\"NAME_aggr\":\"W\",\"SIDE_namespace\":\"shop\",\"SIDE_type\":\"wep\","
            .replace("NAME", "SIDE_name")
            .replace("SIDE", side)
            .replace("W", name)
        + "\""
        + side
        + "_labels\":{\"labels\":[\"app="
        + name
        + "\"]}";
  }

  private static String zeekJson(int i, int from, String target, int port) {
    return "{\"ts\":"
        + seconds(i)
        + ",\"uid\":\"CMdzit1AMNsmfA"
        + i
        + "\",\"id.orig_h\":\""
        + FlowLog.address(from)
        + "\",\"id.orig_p\":"
        + (32_768 + i % 20_000)
        + ",\"id.resp_h\":\""
        + target
        + "\",\"id.resp_p\":"
        + port
        + ",\"proto\":\"tcp\",\"service\":\"http\",\"duration\":0.25411510467529297,"
        + "\"orig_bytes\":77,\"resp_bytes\":295,\"conn_state\":\"SF\",\"local_orig\":true,"
        + "\"local_resp\":true,\"missed_bytes\":0,\"history\":\"ShADadFf\",\"orig_pkts\":6,"
        + "\"orig_ip_bytes\":397,\"resp_pkts\":4,\"resp_ip_bytes\":511,\"ip_proto\":6}";
  }

  private static String zeek(int i, int from, String target, int port) {
    return seconds(i)
        + "\tCMdzit1AMNsmfA"
        + i
        + "\t"
        + FlowLog.address(from)
        + "\t"
        + (32_768 + i % 20_000)
        + "\t"
        + target
        + "\t"
        + port
        + "\ttcp\thttp\t0.254115\t77\t295\tSF\tT\tT\t0\tShADadFf\t6\t397\t4\t511\t-\t6";
  }

  private static String aws(int i, int from, String target, int port) {
    long start = 1_795_168_800L + i;
    return "5 123456789012 eni-1235b8ca123456789 10.0.0.10 "
        + target
        + " "
        + (32_768 + i % 20_000)
        + " "
        + port
        + " 6 20 4249 "
        + start
        + " "
        + (start + 60)
        + " ACCEPT OK "
        + FlowLog.address(from)
        + " "
        + target
        + " 2 egress";
  }

  private static String seconds(int i) {
    return (1_795_168_800L + i) + "." + (100_000 + i);
  }

  @Override
  public String toString() {
    return switch (this) {
      case HUBBLE -> "Hubble";
      case SURICATA -> "Suricata EVE";
      case CALICO -> "Calico";
      case ZEEK_JSON -> "Zeek conn, JSON";
      case ZEEK -> "Zeek conn, columns";
      case AWS -> "AWS VPC";
    };
  }
}
