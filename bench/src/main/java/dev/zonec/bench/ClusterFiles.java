package dev.zonec.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes clusters as manifests, one file for each namespace. The clusters have no random parts, so
 * that every run measures the same.
 */
final class ClusterFiles {
  /** The workloads of a namespace. */
  static final int WORKLOADS = 10;

  /** The namespaces of a team. */
  private static final int TEAM = 25;

  private ClusterFiles() {}

  /**
   * Writes namespaces whose workloads accept connections from neighbours in the namespace, from the
   * next namespace of the team, and from a block of addresses, on ports with numbers and names.
   *
   * @param leak whether one policy in the middle admits every namespace to a database, where its
   *     twin admits only its own
   */
  static void policed(Path folder, int namespaces, boolean leak) {
    for (int n = 0; n < namespaces; n++) {
      StringBuilder text = new StringBuilder();
      namespace(n, text);
      for (int w = 0; w < WORKLOADS; w++) {
        deployment(n, w, text);
      }
      policy(n, "default-deny", "{}", "[Ingress, Egress]", "", "", text);
      String web = "{matchLabels: {app: app-0}}";
      String everyone = leak && n == namespaces / 2 ? "namespaceSelector: {}, " : "";
      String callers =
          "podSelector: {matchLabels: {app: app-1}}}, {podSelector: {matchLabels: {tier: back}}";
      policy(
          n,
          "chain",
          "{matchExpressions: [{key: tier, operator: In, values: [front, back]}]}",
          "[Ingress, Egress]",
          "[{from: [{podSelector: {matchLabels: {tier: front}}}], ports: [{port: http}]}]",
          "[{to: [{podSelector: {matchLabels: {tier: back}}}], ports: [{port: 8080}]}]",
          text);
      policy(
          n,
          "database",
          "{matchLabels: {tier: data}}",
          "[Ingress]",
          "[{from: [{" + everyone + callers + "}], ports: [{port: 5432}]}]",
          "",
          text);
      int next = n / TEAM * TEAM + (n + 1) % TEAM;
      policy(
          n,
          "from-the-team",
          web,
          "[Ingress]",
          "[{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ns-"
              + next
              + "}}, podSelector: {matchLabels: {app: app-1}}}], ports: [{port: http}]}]",
          "",
          text);
      policy(
          n,
          "to-the-team",
          "{matchLabels: {app: app-1}}",
          "[Egress]",
          "",
          "[{to: [{namespaceSelector: {matchLabels: {team: t" + n / TEAM + "}}}]}]",
          text);
      policy(
          n,
          "from-outside",
          web,
          "[Ingress]",
          "[{from: [{ipBlock: {cidr: 198.51." + n % 256 + ".0/24}}], ports: [{port: 8080}]}]",
          "",
          text);
      write(folder.resolve("ns-" + n + ".yaml"), text);
    }
  }

  /** Writes one file with pods in a hundred namespaces and no policy. */
  static void unpoliced(Path folder, int pods) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pods; i++) {
      text.append("---\napiVersion: v1\nkind: Pod\nmetadata: {name: pod-").append(i);
      text.append(", namespace: ns-").append(i % 100).append(", labels: {app: app-").append(i);
      text.append("}}\nspec: {containers: [{name: main, image: app}]}\n");
    }
    write(folder.resolve("pods.yaml"), text);
  }

  static void namespace(int n, StringBuilder text) {
    text.append("apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ns-").append(n);
    text.append("\n  labels: {team: t").append(n / TEAM).append("}\n");
  }

  private static void deployment(int n, int w, StringBuilder text) {
    String tier = w < 4 ? "front" : w < 8 ? "back" : "data";
    text.append("---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: app-").append(w);
    text.append("\n  namespace: ns-").append(n);
    text.append("\nspec:\n  selector:\n    matchLabels: {app: app-").append(w);
    text.append("}\n  template:\n    metadata:\n      labels:\n        app: app-").append(w);
    text.append("\n        tier: ").append(tier);
    text.append("\n    spec:\n      containers:\n        - name: main\n          image: app:1\n");
    text.append("          ports:\n            - name: http\n              containerPort: 8080\n");
  }

  static void policy(
      int n,
      String name,
      String subject,
      String types,
      String ingress,
      String egress,
      StringBuilder text) {
    text.append("---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: ");
    text.append(name).append("\n  namespace: ns-").append(n);
    text.append("\nspec:\n  podSelector: ").append(subject);
    text.append("\n  policyTypes: ").append(types).append('\n');
    if (!ingress.isEmpty()) {
      text.append("  ingress: ").append(ingress).append('\n');
    }
    if (!egress.isEmpty()) {
      text.append("  egress: ").append(egress).append('\n');
    }
  }

  static void write(Path file, StringBuilder text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
