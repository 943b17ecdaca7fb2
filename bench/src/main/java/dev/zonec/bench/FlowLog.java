package dev.zonec.bench;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

/** A log that is generated while it is read: connections between workloads, and to outside. */
final class FlowLog extends InputStream {
  /** The formats that are generated. */
  enum Format {
    /** Flows of Hubble with labels, about 1 KB each. */
    HUBBLE,
    /** Flow events of Suricata. */
    SURICATA;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int LINES = 20_000;

  private final byte[][] lines = new byte[LINES][];
  private final long flows;
  private long next;
  private byte[] line = new byte[0];
  private int at;

  FlowLog(Format format, int workloads, long flows) {
    this.flows = flows;
    Random random = new Random(11);
    for (int i = 0; i < LINES; i++) {
      int from = random.nextInt(workloads);
      int to = random.nextInt(workloads);
      boolean outside = random.nextInt(5) == 0;
      String target = outside ? "203.0.113." + random.nextInt(250) : address(to);
      int port = outside ? 443 : 8000 + to % 8;
      String text =
          switch (format) {
            case HUBBLE -> hubble(i, from, to, outside, target, port);
            case SURICATA -> suricata(i, from, target, port);
          };
      lines[i] = (text + "\n").getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Returns a pod and a policy for each workload. */
  static String manifests(int workloads) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < workloads; i++) {
      text.append("apiVersion: v1\nkind: Pod\nmetadata:\n  name: w")
          .append(i)
          .append("\n  namespace: shop\n  labels:\n    app: w")
          .append(i)
          .append("\nspec:\n  containers:\n  - name: c\nstatus:\n  podIP: ")
          .append(address(i))
          .append("\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n")
          .append("  name: w")
          .append(i)
          .append("\n  namespace: shop\nspec:\n  podSelector:\n    matchLabels:\n      app: w")
          .append(i)
          .append("\n  policyTypes: [Ingress]\n  ingress:\n  - ports:\n    - port: ")
          .append(8000 + i % 8)
          .append("\n---\n");
    }
    return text.toString();
  }

  private static String address(int workload) {
    return "10.1." + workload / 250 + "." + (1 + workload % 250);
  }

  private static String time(int i) {
    return String.format(Locale.ROOT, "2026-11-20T10:%02d:%02d.%06d", i / 60 % 60, i % 60, i);
  }

  private static String end(int workload) {
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
        + address(from)
        + "\",\"destination\":\""
        + target
        + "\",\"ipVersion\":\"IPv4\"},\"l4\":{\"TCP\":{\"source_port\":"
        + (32_768 + i % 20_000)
        + ",\"destination_port\":"
        + port
        + ",\"flags\":{\"ACK\":true}}},\"source\":"
        + end(from)
        + ",\"destination\":"
        + (outside ? "{\"identity\":2,\"labels\":[\"reserved:world\"]}" : end(to))
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
        + address(from)
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

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    int written = 0;
    while (written < length) {
      if (at == line.length) {
        if (next == flows) {
          break;
        }
        line = lines[(int) (next % LINES)];
        next++;
        at = 0;
      }
      int count = Math.min(length - written, line.length - at);
      System.arraycopy(line, at, into, offset + written, count);
      written += count;
      at += count;
    }
    return written == 0 && length > 0 ? -1 : written;
  }
}
