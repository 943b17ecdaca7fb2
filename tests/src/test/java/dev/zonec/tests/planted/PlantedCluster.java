package dev.zonec.tests.planted;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A cluster in which a path of a known number of hops leads from the first to the last party of a
 * program, because of one leak; or its twin, in which no path does. All but the leak is drawn at
 * random: names, ports, the place of the leak in the path, how selectors are written, and policies
 * and workloads that have nothing to do with the path. The same seed gives the same cluster.
 */
final class PlantedCluster {
  private static final String BLAME = "# blame";

  private final Random random;
  private final LeakTemplate template;
  private final boolean leak;
  private final List<Pods> pods = new ArrayList<>();
  private final List<String> documents = new ArrayList<>();
  private final String outside;
  private final int hops;
  private final int hop;
  private final List<Integer> ports = new ArrayList<>();
  private int names;

  /** The pods of a zone. */
  private record Pods(String zone, String namespace, String app, String team, String more) {}

  /**
   * @param hops the number of hops of the path
   * @param leak whether the path exists; otherwise this is the twin
   */
  PlantedCluster(LeakTemplate template, long seed, int hops, boolean leak) {
    this.random = new Random(seed);
    this.template = template;
    this.leak = leak;
    this.hops = Math.max(hops, template.leastHops());
    String kind = template.field("hop");
    boolean fromAddress = kind.equals("from-address");
    boolean toAddress = kind.equals("to-address");
    this.outside = template.field("outside");
    int zones = fromAddress || toAddress ? this.hops : this.hops + 1;
    int between = kind.equals("two-hops") ? zones - 2 : zones - 1;
    int any = random.nextInt(Math.max(1, between));
    this.hop =
        switch (template.field("at")) {
          case "first" -> 0;
          case "last" -> Math.max(0, between - 1);
          default -> any;
        };
    for (int i = 0; i < zones; i++) {
      pods.add(pods(i, isOnHop(i) && i == hop ? template.field("source") : ""));
      ports.add(1024 + random.nextInt(30_000));
    }
    ports.add(1024 + random.nextInt(30_000));
    addNamespaces();
    addStrictHops(kind);
    documents.addAll(List.of(filled(template.text()).split("(?m)^---\n")));
    documents.removeIf(String::isBlank);
    addUnrelated();
    Collections.shuffle(documents, random);
  }

  private boolean isOnHop(int zone) {
    return zone >= hop && zone <= hop + 2;
  }

  private Pods pods(int number, String more) {
    return new Pods(
        word("zone", number), word("ns", number), word("app", number), word("team", number), more);
  }

  private String word(String kind, int number) {
    return kind + (char) ('a' + random.nextInt(26)) + number;
  }

  /** Returns the number of hops of the path. */
  int hops() {
    return hops;
  }

  /** Returns the program. */
  String program() {
    StringBuilder out =
        new StringBuilder(
            "module planted\n\ndefaults { ingress allow  egress allow  dns deny }\n\n");
    for (Pods each : pods) {
      out.append(
          "zone %s { namespace %s  pods app=%s%s }%n"
              .formatted(
                  each.zone(),
                  each.namespace(),
                  each.app(),
                  each.more().isEmpty() ? "" : ", " + each.more()));
    }
    out.append("zone unrelated { namespace elsewhere  pods app=unrelated }\n");
    if (!outside.isEmpty()) {
      out.append("external outside { cidr ").append(outside).append(" }\n");
    }
    String claim = template.field("claim");
    out.append("\nassert sealed: ")
        .append(filled(claim.isEmpty() ? "no path $start ~> $end" : claim))
        .append('\n');
    if (!template.field("waive").isEmpty()) {
      out.append("waive sealed for ")
          .append(filled(template.field("waive")))
          .append(" { reason \"known\" approved_by @security expires 2030-12-31 }\n");
    }
    return out.toString();
  }

  /** Returns the manifests. */
  String manifests() {
    return String.join("---\n", documents).replace(" " + BLAME, "");
  }

  /** Returns the line of the rule that is to blame in the manifests. */
  int blamed() {
    List<String> lines = String.join("---\n", documents).lines().toList();
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).endsWith(BLAME)) {
        found.add(i + 1);
      }
    }
    if (found.size() != 1) {
      throw new IllegalStateException(found.size() + " lines to blame:\n" + lines);
    }
    return found.getFirst();
  }

  private void addNamespaces() {
    for (int i = 0; i < pods.size(); i++) {
      boolean undeclared = template.field("hop").equals("two-hops") && i == hop + 1;
      if (!undeclared) {
        Pods each = pods.get(i);
        documents.add(
            "apiVersion: v1\nkind: Namespace\nmetadata: {name: %s, labels: {team: %s}}\n"
                .formatted(each.namespace(), each.team()));
      }
      if (random.nextInt(3) == 0) {
        documents.add(deployment(pods.get(i)));
      }
    }
  }

  private static String deployment(Pods of) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {namespace: %1$s, name: %2$s}
    spec:
      selector: {matchLabels: {app: %2$s}}
      template:
        metadata: {labels: {app: %2$s}}
        spec: {containers: [{name: main, image: "registry.example/%2$s:1"}]}
    """
        .formatted(of.namespace(), of.app());
  }

  /**
   * Adds policies that allow exactly the hops of the path, except for the side of a hop that the
   * policies of the template decide.
   */
  private void addStrictHops(String kind) {
    boolean twoHops = kind.equals("two-hops");
    for (int i = 0; i + 1 < pods.size(); i++) {
      boolean egress = i == hop && kind.equals("egress");
      boolean ingress = i == hop && kind.equals("ingress");
      boolean both = twoHops && (i == hop || i == hop + 1);
      // Without a rule of the template to blame, the rule at the other side of the hop is.
      boolean blamed = !template.text().contains(BLAME) && (i == hop || kind.equals("none"));
      if (!egress && !both) {
        boolean here = blamed && (ingress || kind.equals("none") && i == 0);
        documents.add(strict("Egress", pods.get(i), pods.get(i + 1), ports.get(i), here));
      }
      if (!ingress && !both) {
        documents.add(
            strict("Ingress", pods.get(i + 1), pods.get(i), ports.get(i), blamed && egress));
      }
    }
  }

  private String strict(String type, Pods self, Pods other, int port, boolean blamed) {
    String peer =
        "{namespaceSelector: %s, podSelector: %s}"
            .formatted(
                either(
                    "{matchLabels: {kubernetes.io/metadata.name: " + other.namespace() + "}}",
                    "{matchExpressions: [{key: kubernetes.io/metadata.name, operator: In, values: ["
                        + other.namespace()
                        + "]}]}"),
                selector(other));
    return """
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {namespace: %s, name: %s}
    spec:
      podSelector: %s
      policyTypes: [%s]
      %s:
        - %s: [%s]%s
          ports: [%s]
    """
        .formatted(
            self.namespace(),
            name(),
            selector(self),
            type,
            type.toLowerCase(java.util.Locale.ROOT),
            type.equals("Egress") ? "to" : "from",
            peer,
            blamed ? " " + BLAME : "",
            either(
                "{protocol: TCP, port: " + port + "}",
                "{port: " + port + "}",
                "{protocol: TCP, port: " + port + ", endPort: " + port + "}"));
  }

  private String selector(Pods of) {
    String app =
        either(
            "matchLabels: {app: " + of.app() + "}",
            "matchExpressions: [{key: app, operator: In, values: [" + of.app() + "]}]");
    if (of.more().isEmpty()) {
      return "{" + app + "}";
    }
    boolean absent = of.more().startsWith("!");
    return "{matchLabels: {app: %s}, matchExpressions: [{key: %s, operator: %s}]}"
        .formatted(of.app(), of.more().replace("!", ""), absent ? "DoesNotExist" : "Exists");
  }

  private String either(String... ways) {
    return ways[random.nextInt(ways.length)];
  }

  private String name() {
    names++;
    return "p" + (char) ('a' + random.nextInt(26)) + (char) ('a' + random.nextInt(26)) + names;
  }

  /** Adds objects that have nothing to do with the path. */
  private void addUnrelated() {
    documents.add("apiVersion: v1\nkind: Namespace\nmetadata: {name: elsewhere}\n");
    documents.add(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {namespace: elsewhere, name: closed}
        spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
        """);
    if (random.nextInt(2) == 0) {
      documents.add(
          """
          apiVersion: policy.networking.k8s.io/v1alpha2
          kind: ClusterNetworkPolicy
          metadata: {name: unrelated}
          spec:
            tier: Admin
            priority: %d
            subject: {namespaces: {matchLabels: {kubernetes.io/metadata.name: elsewhere}}}
            ingress: [{action: Pass, from: [{namespaces: {}}]}]
          """
              .formatted(random.nextInt(100)));
    }
  }

  /** Returns the text of the leak or of the twin, with the words that begin with {@code $}. */
  private String filled(String text) {
    String filled = LeakTemplate.chosen(text, leak);
    while (filled.contains("$name")) {
      filled = filled.replaceFirst("\\$name", name());
    }
    Pods first = pods.getFirst();
    Pods last = pods.getLast();
    String kind = template.field("hop");
    Pods src = kind.equals("to-address") ? last : pods.get(hop);
    Pods dst =
        switch (kind) {
          case "from-address" -> first;
          case "two-hops" -> pods.get(hop + 2);
          default -> pods.get(Math.min(hop + 1, pods.size() - 1));
        };
    Pods mid = pods.get(Math.min(hop + 1, pods.size() - 1));
    int port = ports.get(hop);
    return filled
        .replace("$start", kind.equals("from-address") ? "outside" : first.zone())
        .replace("$end", kind.equals("to-address") ? "outside" : last.zone())
        .replace("$over", pods.get(Math.min(1, pods.size() - 1)).zone())
        .replace("$hops", String.valueOf(hops))
        .replace("$fewer", String.valueOf(hops - 1))
        .replace("$outside", outside)
        .replace("$srcteam", src.team())
        .replace("$dstteam", dst.team())
        .replace("$src", src.app())
        .replace("$dst", dst.app())
        .replace("$mid", mid.app())
        .replace("$between", mid.namespace())
        .replace("$from", src.namespace())
        .replace("$to", dst.namespace())
        .replace("$port", String.valueOf(port))
        .replace("$next", String.valueOf(ports.get(Math.min(hop + 1, ports.size() - 1))))
        .replace("$below", String.valueOf(port - 1))
        .replace("$above", String.valueOf(port + 1))
        .replace("$low", String.valueOf(port - 9))
        .replace("$high", String.valueOf(port + 9));
  }
}
