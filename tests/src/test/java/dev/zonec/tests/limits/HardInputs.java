package dev.zonec.tests.limits;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Manifests that take long, each for a different reason. They are the same in each run. */
enum HardInputs {
  /**
   * Cluster-scoped policies that deny and pass, with overlapping subjects, peers, networks and
   * ports.
   */
  CLUSTER_POLICIES(HardInputs::clusterPolicies),
  /** Many policies in one namespace, each with different labels. */
  LABEL_SETS(random -> policies(random, 250, 3)),
  /** Selectors with a dozen requirements. */
  DEEP_EXPRESSIONS(random -> policies(random, 60, 12)),
  /** Thousands of address blocks, under cluster-scoped policies. */
  BLOCKS(random -> blocks(random, 4_000) + clusterPolicies(random, 10, 10)),
  /** Thousands of port ranges. */
  PORT_RANGES(random -> ports(3_000)),
  /** A thousand namespaces with different labels, under cluster-scoped policies. */
  NAMESPACES(random -> namespaces(1_000) + clusterPolicies(random, 30, 20)),
  /** Cluster-scoped policies of one priority that contradict each other, and their pods. */
  EQUAL_PRIORITIES(random -> equalPriorities(700));

  /** The assertions about all of these inputs. */
  static final String PROGRAM =
      """
      module hard
      defaults { dns deny }
      zone web { namespace shop  pods app=web }
      zone db { namespace shop  pods app=db }
      zone vault { namespace vault  pods app=vault }
      allow web -> db : tcp/5432
      assert inside: no path {web, db} ~> vault
      assert outside: no path internet ~> vault
      assert out: no path vault ~> internet
      """;

  private final Text text;

  private interface Text {
    String of(Random random);
  }

  HardInputs(Text text) {
    this.text = text;
  }

  String manifests() {
    return join(List.of("shop", "vault", "ops"), name -> namespace(name, ""))
        + workload("web", "shop")
        + workload("db", "shop")
        + workload("vault", "vault")
        + text.of(new Random(ordinal()));
  }

  private static String join(List<String> names, java.util.function.UnaryOperator<String> each) {
    return names.stream().map(each).collect(Collectors.joining());
  }

  private static String times(int count, IntFunction<String> each) {
    return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining());
  }

  private static String namespace(String name, String labels) {
    return """
    apiVersion: v1
    kind: Namespace
    metadata: {name: %s, labels: {%s}}
    ---
    """
        .formatted(name, labels);
  }

  private static String workload(String app, String namespace) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: %1$s, namespace: %2$s}
    spec:
      selector: {matchLabels: {app: %1$s}}
      template:
        metadata: {labels: {app: %1$s}}
        spec: {containers: [{name: c, image: c, ports: [{name: http, containerPort: 8080}]}]}
    ---
    """
        .formatted(app, namespace);
  }

  private static String policy(
      String name, String namespace, String subject, String peers, String ports) {
    return """
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: %s, namespace: %s}
    spec:
      podSelector: {%s}
      policyTypes: [Ingress, Egress]
      ingress: [{from: [%4$s], ports: [%5$s]}]
      egress: [{to: [%4$s], ports: [%5$s]}]
    ---
    """
        .formatted(name, namespace, subject, peers, ports);
  }

  private static String clusterPolicies(Random random) {
    return policy("leak", "vault", "matchLabels: {app: vault}", "{namespaceSelector: {}}", "")
        + clusterPolicies(random, 30, 20);
  }

  private static String clusterPolicies(Random random, int policies, int rules) {
    return times(
        policies,
        i ->
            """
            apiVersion: policy.networking.k8s.io/v1alpha2
            kind: ClusterNetworkPolicy
            metadata: {name: c%1$d}
            spec:
              tier: %2$s
              priority: %3$d
              subject: {pods: {namespaceSelector: {}, podSelector: {matchExpressions: [%4$s]}}}
              ingress:
            %5$s  egress:
            %6$s---
            """
                .formatted(
                    i,
                    random.nextInt(3) == 0 ? "Baseline" : "Admin",
                    random.nextBoolean() ? i : random.nextInt(10),
                    random.nextBoolean()
                        ? "{key: own%1$d, operator: NotIn, values: [x%1$d]}".formatted(i)
                        : requirement(random, "k", 8),
                    times(rules / 2, j -> clusterRule(random, "from")),
                    times(rules / 2, j -> clusterRule(random, "to"))));
  }

  private static String clusterRule(Random random, String peers) {
    int start = 1 + random.nextInt(8_000);
    String peer =
        peers.equals("to") && random.nextInt(3) == 0
            ? "{networks: [\"%d.%d.0.0/16\"]}"
                .formatted(10 + random.nextInt(200), random.nextInt(250))
            : "{pods: {namespaceSelector: {matchExpressions: [%s]}, podSelector: {matchExpressions: [%s]}}}"
                .formatted(requirement(random, "e", 3), requirement(random, "k", 8));
    return "  - action: %s\n    %s: [%s]\n    protocols: [{tcp: {destinationPort: {range: {start: %d, end: %d}}}}]\n"
        .formatted(
            List.of("Pass", "Deny", "Accept").get(random.nextInt(3)),
            peers,
            peer,
            start,
            start + 1 + random.nextInt(4_000));
  }

  private static String requirement(Random random, String key, int keys) {
    return "{key: %s%d, operator: %s, values: [a%d, b%d]}"
        .formatted(
            key,
            random.nextInt(keys),
            random.nextBoolean() ? "In" : "NotIn",
            random.nextInt(9),
            random.nextInt(9));
  }

  private static String requirements(Random random, int count) {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      out.add(requirement(random, "k", 40));
    }
    return "matchExpressions: [" + String.join(", ", out) + "]";
  }

  private static String policies(Random random, int count, int requirements) {
    return times(
        count,
        i ->
            policy(
                "p" + i,
                List.of("shop", "vault", "ops").get(i % 3),
                requirements(random, requirements),
                "{namespaceSelector: {}, podSelector: {"
                    + requirements(random, requirements)
                    + "}}",
                "{port: %d, endPort: %d}".formatted(1 + random.nextInt(9_000), 10_000 + i)));
  }

  private static String blocks(Random random, int count) {
    String blocks =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    "{ipBlock: {cidr: %d.%d.%d.0/24}}"
                        .formatted(
                            1 + random.nextInt(220), random.nextInt(256), random.nextInt(256)))
            .collect(Collectors.joining(", "));
    return policy("blocks", "vault", "", blocks, "");
  }

  private static String ports(int count) {
    String ports =
        IntStream.range(0, count)
            .mapToObj(i -> "{port: %d, endPort: %d}".formatted(3 * i + 1, 3 * i + 2))
            .collect(Collectors.joining(", "));
    return join(
        List.of("shop", "vault", "ops"),
        namespace -> policy("ports", namespace, "", "{namespaceSelector: {}}", ports));
  }

  private static String namespaces(int count) {
    return times(
        count,
        i ->
            namespace("n" + i, "team: t" + i % 50 + ", e" + i % 3 + ": a" + i % 4)
                + policy(
                    "p",
                    "n" + i,
                    "matchLabels: {app: a" + i % 7 + "}",
                    "{namespaceSelector: {matchLabels: {team: t" + i * 7 % 50 + "}}}",
                    "")
                + workload("a" + i % 7, "n" + i));
  }

  private static String equalPriorities(int count) {
    return times(
        count,
        i ->
            """
            apiVersion: policy.networking.k8s.io/v1alpha1
            kind: AdminNetworkPolicy
            metadata: {name: a%1$d}
            spec:
              priority: 10
              subject: {pods: {namespaceSelector: {}, podSelector: {matchLabels: {app: a%1$d}}}}
              ingress: [{action: %2$s, from: [{namespaces: {}}]}]
            ---
            """
                    .formatted(i, i % 2 == 0 ? "Allow" : "Deny")
                + workload("a" + i, "ops"));
  }
}
