package dev.zonec.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Clusters as manifests in which less is alike than in {@link ClusterFiles#policed}. They have
 * about ten workloads for each namespace, and no random parts.
 */
enum ShapeFiles {
  /**
   * Forty workloads in every fourth namespace, each with the labels of the one before and one more;
   * a policy for each label.
   */
  CUMULATIVE_LABELS {
    @Override
    void write(Path folder, int namespaces) {
      for (int n = 0; n < namespaces / 4; n++) {
        StringBuilder text = new StringBuilder();
        ClusterFiles.namespace(n, text);
        List<String> labels = new ArrayList<>();
        for (int w = 0; w < 40; w++) {
          labels.add("l" + w + ": \"true\"");
          pod(n, w, String.join(", ", labels), text);
          ClusterFiles.policy(
              n,
              "label-" + w,
              "{matchLabels: {l" + w + ": \"true\"}}",
              "[Ingress]",
              "[{from: [{podSelector: {matchExpressions: [{key: l"
                  + (39 - w)
                  + ", operator: Exists}]}}], ports: [{port: "
                  + (1000 + w)
                  + "}]}]",
              "",
              text);
        }
        ClusterFiles.write(folder.resolve("ns-" + n + ".yaml"), text);
      }
    }
  },

  /** Each namespace may be called from a set of eight namespaces that no other policy names. */
  DISTINCT_SETS {
    @Override
    void write(Path folder, int namespaces) {
      for (int n = 0; n < namespaces; n++) {
        StringBuilder text = new StringBuilder();
        ClusterFiles.namespace(n, text);
        for (int w = 0; w < ClusterFiles.WORKLOADS; w++) {
          pod(n, w, "app: app-" + w, text);
        }
        int first = n;
        String names =
            IntStream.range(1, 9)
                .mapToObj(i -> "ns-" + (first + i * i) % namespaces)
                .distinct()
                .collect(Collectors.joining(", "));
        ClusterFiles.policy(
            n,
            "callers",
            "{}",
            "[Ingress]",
            "[{from: [{namespaceSelector: {matchExpressions: [{key: kubernetes.io/metadata.name,"
                + " operator: In, values: ["
                + names
                + "]}]}, podSelector: {matchLabels: {app: app-1}}}], ports: [{port: 8080}]}]",
            "",
            text);
        ClusterFiles.write(folder.resolve("ns-" + n + ".yaml"), text);
      }
    }
  },

  /** Each workload may call ten blocks of addresses of its own, each on its own range of ports. */
  MANY_BLOCKS {
    @Override
    void write(Path folder, int namespaces) {
      for (int n = 0; n < namespaces; n++) {
        StringBuilder text = new StringBuilder();
        ClusterFiles.namespace(n, text);
        for (int w = 0; w < ClusterFiles.WORKLOADS; w++) {
          pod(n, w, "app: app-" + w, text);
        }
        int namespace = n;
        String rules =
            IntStream.range(0, 10)
                .mapToObj(i -> block(namespace * 10 + i))
                .collect(Collectors.joining(", "));
        ClusterFiles.policy(
            n, "blocks", "{matchLabels: {app: app-0}}", "[Egress]", "", "[" + rules + "]", text);
        ClusterFiles.policy(n, "closed", "{}", "[Ingress, Egress]", "", "", text);
        ClusterFiles.write(folder.resolve("ns-" + n + ".yaml"), text);
      }
    }
  },

  /** A few namespaces have most of the workloads, and most policies are empty. */
  SKEWED {
    @Override
    void write(Path folder, int namespaces) {
      double weights = IntStream.rangeClosed(1, namespaces).mapToDouble(i -> 1.0 / i).sum();
      for (int n = 0; n < namespaces; n++) {
        StringBuilder text = new StringBuilder();
        ClusterFiles.namespace(n, text);
        int workloads =
            (int) Math.max(1, Math.round(namespaces * ClusterFiles.WORKLOADS / weights / (n + 1)));
        for (int w = 0; w < workloads; w++) {
          pod(n, w, "app: app-" + w, text);
          if (w % 4 == 0) {
            ClusterFiles.policy(
                n,
                "caller-" + w,
                "{matchLabels: {app: app-" + w + "}}",
                "[Ingress]",
                w % 12 == 0
                    ? "[{from: [{podSelector: {matchLabels: {app: app-" + (w + 1) + "}}}]}]"
                    : "",
                "",
                text);
          }
        }
        ClusterFiles.write(folder.resolve("ns-" + n + ".yaml"), text);
      }
    }
  };

  /**
   * Writes the cluster.
   *
   * @param namespaces how many namespaces; a multiple of four
   */
  abstract void write(Path folder, int namespaces);

  /** Returns the name, for people. */
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String block(int number) {
    return "{to: [{ipBlock: {cidr: 11."
        + number / 256 % 256
        + "."
        + number % 256
        + ".0/24}}], ports: [{port: "
        + (1000 + number % 5000)
        + ", endPort: "
        + (1010 + number % 5000)
        + "}]}";
  }

  static void pod(int n, int w, String labels, StringBuilder text) {
    text.append("---\napiVersion: v1\nkind: Pod\nmetadata: {name: app-").append(w);
    text.append(", namespace: ns-").append(n).append(", labels: {").append(labels);
    text.append("}}\nspec: {containers: [{name: main, image: app}]}\n");
  }
}
