package dev.zonec.tests.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random program and manifests that need not fit together, like inputs of a fuzzer: zones that
 * select namespaces by labels or by name; namespaces that are declared, labelled or only named;
 * assertions, imports and hand-written policies. The same seed gives the same repository.
 */
final class RandomRepository {
  private static final List<String> PLACES =
      List.of(
          "namespaces team=a",
          "namespaces !env",
          "namespaces env!=x",
          "namespaces env notin (x, y)",
          "namespaces team",
          "namespaces kubernetes.io/metadata.name!=kube-system",
          "namespace n1 namespaces team=a",
          "namespace n1, n2, kube-system",
          "namespaces team in (a, b), !env");
  private static final List<String> LABELS =
      List.of("", "{team: a}", "{team: b}", "{env: x}", "{env: y, team: a}");

  private final Random random;
  private final boolean imports;
  private final String program;
  private final String manifests;

  RandomRepository(long seed) {
    random = new Random(seed);
    RandomProgram base = new RandomProgram(seed);
    imports = chance(30);
    program = program(base);
    manifests = objects();
  }

  /** Returns the source of the program. */
  String program() {
    return program;
  }

  /** Whether the program imports {@link #imported} as {@code imported.zone}. */
  boolean imports() {
    return imports;
  }

  /** Returns the source of a module that some programs import. */
  static String imported() {
    return """
    module imported
    zone mesh { namespaces mesh=on }
    zone edge { namespace edge-system }
    zone proxy in edge { pods app=a }
    external hub { namespace hub  pods app=b }
    external cloud { cidr 198.51.100.0/24 }
    service grpc = tcp/9000
    allow proxy -> hub : grpc
    """;
  }

  /** Returns the manifests as one YAML stream, which can be empty. */
  String manifests() {
    return manifests;
  }

  private String objects() {
    List<String> objects = new ArrayList<>();
    for (String name : List.of("n1", "n2", "outside", "kube-system", "hub", "edge-system", "n9")) {
      if (chance(40)) {
        String labels = oneOf(LABELS);
        objects.add(
            "apiVersion: v1\nkind: Namespace\nmetadata: {name: %s%s}"
                .formatted(name, labels.isEmpty() ? "" : ", labels: " + labels));
      }
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      objects.add(workload(i));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      objects.add(policy(i));
    }
    return String.join("\n---\n", objects) + "\n";
  }

  private String workload(int number) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: w%d, namespace: %s, labels: {app: %s}}
    spec: {hostNetwork: %s, containers: [{name: c, ports: [{containerPort: 80, name: web}]}]}\
    """
        .formatted(number, namespace(), app(), chance(10));
  }

  private String policy(int number) {
    String peer =
        oneOf(
            List.of(
                "podSelector: {}",
                "podSelector: {matchLabels: {app: " + app() + "}}",
                "namespaceSelector: {}",
                "namespaceSelector: {matchLabels: {team: a}}",
                "namespaceSelector: {matchExpressions: [{key: env, operator: DoesNotExist}]}",
                "ipBlock: {cidr: 0.0.0.0/0}",
                "ipBlock: {cidr: 10.0.0.0/8, except: [10.244.0.0/16]}"));
    String ports = oneOf(List.of("", ", ports: [{port: 80}]", ", ports: [{port: web}]"));
    String side = chance(50) ? "ingress: [{from: [{" : "egress: [{to: [{";
    String subject = chance(50) ? "{}" : "{matchLabels: {app: " + app() + "}}";
    return """
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: p%d, namespace: %s}
    spec: {podSelector: %s, %s%s}]%s}]}\
    """
        .formatted(number, namespace(), subject, side, peer, ports);
  }

  private String program(RandomProgram base) {
    List<String> statements = new ArrayList<>();
    boolean byLabels = chance(80);
    for (String statement : base.statements()) {
      boolean zone = statement.contains("zone ") && statement.contains(" namespace ");
      statements.add(
          byLabels && zone && chance(60)
              ? statement.replaceAll("namespace n[12](, n[12])?", oneOf(PLACES))
              : statement);
    }
    if (chance(40)) {
      statements.add("assume namespaces declared");
    }
    if (chance(20)) {
      statements.add("zone extra { " + oneOf(PLACES) + "  pods app=" + app() + " }");
      statements.add("allow within extra : tcp/80");
    }
    if (imports) {
      statements.add("import \"imported.zone\" as lib");
      String zone = oneOf(base.zones());
      statements.add(
          oneOf(
              List.of(
                  "allow " + zone + " -> lib.mesh : lib.grpc",
                  "allow lib.proxy -> " + zone + " : tcp/80",
                  "allow " + zone + " -> lib.hub",
                  "zone more in lib.mesh { pods app=c }\nallow within more")));
    }
    if (chance(60)) {
      statements.add("assert a: " + claim(oneOf(base.zones()), oneOf(base.zones())));
    }
    if (chance(20) && base.zones().size() > 1) {
      statements.add("disjoint " + base.zones().get(0) + ", " + base.zones().get(1));
    }
    return RandomProgram.source(statements);
  }

  private String claim(String from, String to) {
    return oneOf(
        List.of(
            "never " + from + " -> " + to + " : tcp/443",
            "no path " + from + " ~> internet",
            "no path " + from + " ~> " + to,
            "only " + from + " -> " + to,
            "isolated " + to,
            "reachable " + from + " -> " + to + " : tcp/80"));
  }

  private String namespace() {
    return oneOf(List.of("n1", "n1", "n2", "outside", "kube-system", "n9"));
  }

  private String app() {
    return oneOf(RandomProgram.APPS);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
