package dev.zonec.bench;

import java.io.InputStream;

/** A log that is generated while it is read. */
final class FlowLog extends InputStream {
  /** The lines of a log. */
  interface Lines {
    /** Returns the line before the first flow, with its end; empty if there is none. */
    byte[] header();

    /** Returns the line of a flow, with its end. */
    byte[] line(long number);
  }

  private final Lines lines;
  private final long flows;
  private long next;
  private byte[] line;
  private int at;

  FlowLog(Lines lines, long flows) {
    this.lines = lines;
    this.flows = flows;
    this.line = lines.header();
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

  static String address(int workload) {
    return "10.1." + workload / 250 + "." + (1 + workload % 250);
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
        line = lines.line(next);
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
