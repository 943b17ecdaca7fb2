package dev.zonec.bench;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Clusters as manifests of which one quantity varies. A workload accepts connections only from the
 * peers of its policies, which are other workloads of its namespace.
 */
enum VariedFiles {
  NAMESPACES,
  WORKLOADS,
  POLICIES,
  PEERS;

  private static final int SOME_NAMESPACES = 100;
  private static final int SOME_WORKLOADS = 20;
  private static final int SOME_POLICIES = 10;
  private static final int SOME_PEERS = 2;

  /** Writes a cluster with {@code times} as much of this quantity as usual. */
  void write(Path folder, int times) {
    int namespaces = SOME_NAMESPACES * (this == NAMESPACES ? times : 1);
    int workloads = workloads(times) / namespaces;
    int policies = SOME_POLICIES * (this == POLICIES ? times : 1);
    int peers = SOME_PEERS * (this == PEERS ? times : 1);
    for (int n = 0; n < namespaces; n++) {
      StringBuilder text = new StringBuilder();
      ClusterFiles.namespace(n, text);
      for (int w = 0; w < workloads; w++) {
        ShapeFiles.pod(n, w, "app: app-" + w, text);
      }
      ClusterFiles.policy(n, "closed", "{}", "[Ingress]", "", "", text);
      for (int p = 0; p < policies; p++) {
        int first = p + 1;
        String names =
            IntStream.range(0, peers)
                .mapToObj(i -> "app-" + (first + i) % workloads)
                .collect(Collectors.joining(", "));
        ClusterFiles.policy(
            n,
            "policy-" + p,
            "{matchLabels: {app: app-" + p % workloads + "}}",
            "[Ingress]",
            "[{from: [{podSelector: {matchExpressions: [{key: app, operator: In, values: ["
                + names
                + "]}]}}], ports: [{port: "
                + (8000 + p)
                + "}]}]",
            "",
            text);
      }
      ClusterFiles.write(folder.resolve("ns-" + n + ".yaml"), text);
    }
  }

  /** Returns the number of workloads of such a cluster. */
  int workloads(int times) {
    return SOME_NAMESPACES * SOME_WORKLOADS * (this == NAMESPACES || this == WORKLOADS ? times : 1);
  }

  /** Returns what varies, for people. */
  String text() {
    return this == PEERS ? "peers of a policy, and rows" : name().toLowerCase(Locale.ROOT);
  }
}
