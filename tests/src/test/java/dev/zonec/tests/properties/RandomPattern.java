package dev.zonec.tests.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Small random programs with {@code foreach}, and clusters for them. The same seed gives the same
 * program.
 */
final class RandomPattern {
  private static final List<String> TEAMS = List.of("", "red", "blue");

  private final Random random;
  private final StringBuilder program = new StringBuilder("module p\n");
  private final StringBuilder policies = new StringBuilder();
  private final Map<String, Map<String, String>> outer = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> tenants = new LinkedHashMap<>();
  private final List<String> ends = new ArrayList<>(List.of("namespace"));
  private final List<String> others = new ArrayList<>(List.of("ops", "office"));

  RandomPattern(long seed) {
    random = new Random(seed);
    outer.put("n1", labels(false));
    outer.put("n2", labels(false));
    int count = 1 + random.nextInt(4);
    for (int i = 1; i <= count; i++) {
      tenants.put("t" + i, labels(true));
    }
    program.append("cluster { pods 10.244.0.0/16 }\n");
    program.append(
        "defaults { ingress %s  egress %s  dns deny  unzoned %s }\n"
            .formatted(deny(85), deny(85), deny(80)));
    program.append("zone ops { namespace n1  pods app=a }\n");
    program.append("external office { cidr 203.0.113.0/24 }\n");
    program.append("foreach namespace with tenant=true {\n");
    for (String zone : List.of("a", "b")) {
      if (chance(60)) {
        ends.add("z" + zone);
        program.append("  zone z%s { pods app=%s }\n".formatted(zone, zone));
      }
    }
    int flows = 1 + random.nextInt(3);
    for (int i = 0; i < flows; i++) {
      program.append("  allow ").append(flow()).append("\n");
    }
    int claims = 1 + random.nextInt(3);
    for (int i = 0; i < claims; i++) {
      program.append("  assert c%d: %s\n".formatted(i, claim()));
    }
    program.append("}\n");
    while (chance(55)) {
      policies.append(chance(50) ? networkPolicy() : adminPolicy());
    }
  }

  /** Returns the program. */
  String program() {
    return program.toString();
  }

  /** Returns namespaces that the pattern does not match. */
  Map<String, Map<String, String>> outer() {
    return outer;
  }

  /** Returns namespaces that the pattern matches. */
  Map<String, Map<String, String>> tenants() {
    return tenants;
  }

  /** Returns hand-written policies; none of them names a tenant. */
  String policies() {
    return policies.toString();
  }

  /** Returns manifests with {@code namespaces} and the hand-written policies. */
  String manifests(Map<String, Map<String, String>> namespaces) {
    StringBuilder text = new StringBuilder();
    namespaces.forEach(
        (name, labels) ->
            text.append(
                "apiVersion: v1\nkind: Namespace\nmetadata: {name: %s, labels: {%s}}\n---\n"
                    .formatted(
                        name,
                        labels.entrySet().stream()
                            .map(e -> e.getKey() + ": \"" + e.getValue() + "\"")
                            .collect(java.util.stream.Collectors.joining(", ")))));
    return text + policies.toString();
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String deny(int percent) {
    return chance(percent) ? "deny" : "allow";
  }

  private <T> T oneOf(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private Map<String, String> labels(boolean tenant) {
    Map<String, String> labels = new LinkedHashMap<>();
    if (tenant) {
      labels.put("tenant", "true");
    }
    String team = oneOf(TEAMS);
    if (!team.isEmpty()) {
      labels.put("team", team);
    }
    return labels;
  }

  private String flow() {
    String port = oneOf(List.of("", " : tcp/80", " : tcp/80-81"));
    return switch (random.nextInt(7)) {
      case 5 -> oneOf(ends) + " -> {" + oneOf(ends) + " : tcp/81, office : udp/53}";
      case 6 -> "ops -> {" + oneOf(ends) + ", namespace : udp/53} : tcp/80";
      case 0 -> "within " + oneOf(ends) + port;
      case 1 -> oneOf(others) + " -> " + oneOf(ends) + port;
      case 2 -> oneOf(ends) + " -> " + oneOf(others) + port;
      case 3 ->
          ends.size() > 1
              ? "{namespace except " + ends.getLast() + "} -> " + oneOf(ends) + port
              : "within namespace" + port;
      default -> oneOf(ends) + " -> " + oneOf(ends) + port;
    };
  }

  private String end() {
    return (chance(50) ? "other " : "") + oneOf(ends);
  }

  private String claim() {
    return switch (random.nextInt(6)) {
      case 0, 1 -> "never other " + oneOf(ends) + " -> " + oneOf(ends);
      case 2 -> "no path other " + oneOf(ends) + " ~> " + oneOf(ends);
      case 3 ->
          "no path "
              + oneOf(ends)
              + " ~> other "
              + oneOf(ends)
              + (ends.size() > 1 && chance(50) ? " except via " + ends.getLast() : "");
      case 4 -> "no path " + end() + " ~> " + end() + (chance(40) ? " within 2 hops" : "");
      default -> "only {" + oneOf(ends) + ", ops} -> " + oneOf(ends) + " : tcp/80-81";
    };
  }

  private String place() {
    return oneOf(
        List.of(
            "{matchLabels: {tenant: \"true\"}}",
            "{matchLabels: {team: red}}",
            "{matchLabels: {team: blue}}",
            "{}",
            "{matchExpressions: [{key: team, operator: DoesNotExist}]}"));
  }

  private String networkPolicy() {
    String name = "hand-" + random.nextInt(1_000_000);
    return """
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: %s, namespace: %s}
    spec:
      podSelector: {}
      policyTypes: [Ingress, Egress]
      ingress: [{from: [{namespaceSelector: %s}]}]
      egress: [{to: [{namespaceSelector: %s}]}]
    ---
    """
        .formatted(name, oneOf(List.of("n1", "n2")), place(), place());
  }

  /**
   * Adds a policy by which some namespaces of the pattern, selected by another label, may connect
   * to others.
   */
  private String adminPolicy() {
    String action = chance(75) ? "Allow" : "Deny";
    String name = "admin-" + random.nextInt(1_000_000);
    return """
    apiVersion: policy.networking.k8s.io/v1alpha1
    kind: AdminNetworkPolicy
    metadata: {name: %s}
    spec:
      priority: %d
      subject: {namespaces: %s}
      ingress: [{name: in, action: %s, from: [{namespaces: %s}]}]
      egress: [{name: out, action: %s, to: [{namespaces: %s}]}]
    ---
    """
        .formatted(name, random.nextInt(1000), place(), action, place(), action, place());
  }
}
