package dev.zonec.response.block;

import dev.zonec.diagnostics.OrderedMap;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.Author;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.response.change.NewObject;
import dev.zonec.response.change.PolicyKind;
import dev.zonec.response.change.PolicyTree;
import dev.zonec.response.plugin.Refusing;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Writes the policies that block addresses and ports.
 *
 * @param id the value of their label
 * @param blocked the addresses and ports
 */
record BlockTexts(String id, Blocked blocked) {
  /** The most entries of a list of a cluster-scoped policy. */
  private static final int MOST = 25;

  private static final Object EVERY_POD = Map.of("namespaces", Map.of());
  private static final Object EVERY_ADDRESS = Map.of("networks", List.of("0.0.0.0/0", "::/0"));

  private String name() {
    return "zonec-block-" + id;
  }

  /** Returns what policies of network plugins refuse. */
  Refusing refusing() {
    return new Refusing(name(), Block.LABEL, id, blocked.blocks(), blocked.ports());
  }

  /**
   * Returns a NetworkPolicy that admits everything but what is blocked.
   *
   * @param subject its pods
   * @param directions the directions in which it isolates them
   * @param number its number in the namespace
   */
  NewObject networkPolicy(
      String namespace, Selector subject, Set<Direction> directions, int number) {
    List<Rule> rules =
        new RuleRewriting(blocked, false)
            .of(new Rule(List.of(), List.of(), Span.NOWHERE)).stream().toList();
    String name = number == 1 ? name() : name() + "-" + number;
    Policy policy =
        new Policy(
            namespace,
            name,
            subject,
            EnumSet.copyOf(directions),
            directions.contains(Direction.INGRESS) ? rules : List.of(),
            directions.contains(Direction.EGRESS) ? rules : List.of(),
            new Author.Person(),
            Span.NOWHERE);
    return PolicyKind.NETWORK.object(
        OrderedMap.of("name", name, "namespace", namespace, "labels", label()),
        PolicyTree.spec(policy));
  }

  /**
   * Returns a policy that denies first: a ClusterNetworkPolicy of the Admin tier, or an
   * AdminNetworkPolicy, that comes before all others; empty if it would have more rules than the
   * API permits.
   */
  Optional<NewObject> denial(PolicyKind kind) {
    return kind == PolicyKind.CLUSTER
        ? denial(kind, OrderedMap.of("tier", "Admin"), "protocols", BlockTexts::protocol)
        : denial(kind, new LinkedHashMap<>(), "ports", BlockTexts::port);
  }

  private Optional<NewObject> denial(
      PolicyKind kind,
      Map<String, Object> spec,
      String portField,
      Function<PortClause, Object> portTree) {
    spec.put("priority", 0);
    spec.put("subject", EVERY_POD);
    List<Object> ingress = new ArrayList<>();
    List<Object> egress = new ArrayList<>();
    for (List<List<Cidr>> peers : parts(parts(blocked.blocks()))) {
      Map<String, Object> rule = rule("addresses", egress);
      rule.put(
          "to",
          peers.stream()
              .map(networks -> Map.of("networks", networks.stream().map(Cidr::toString).toList()))
              .toList());
      egress.add(rule);
    }
    for (List<PortClause> clauses : parts(blocked.ports())) {
      List<Object> ports = clauses.stream().map(portTree).toList();
      Map<String, Object> in = rule("ports", ingress);
      in.put("from", List.of(EVERY_POD));
      in.put(portField, ports);
      ingress.add(in);
      Map<String, Object> out = rule("ports", egress);
      out.put("to", List.of(EVERY_POD, EVERY_ADDRESS));
      out.put(portField, ports);
      egress.add(out);
    }
    if (ingress.size() > MOST || egress.size() > MOST) {
      return Optional.empty();
    }
    if (!ingress.isEmpty()) {
      spec.put("ingress", ingress);
    }
    spec.put("egress", egress);
    return Optional.of(kind.object(OrderedMap.of("name", name(), "labels", label()), spec));
  }

  private static Map<String, Object> rule(String what, List<Object> before) {
    return OrderedMap.of("name", "deny-" + what + "-" + (before.size() + 1), "action", "Deny");
  }

  private static <T> List<List<T>> parts(List<T> all) {
    List<List<T>> parts = new ArrayList<>();
    for (int i = 0; i < all.size(); i += MOST) {
      parts.add(List.copyOf(all.subList(i, Math.min(all.size(), i + MOST))));
    }
    return parts;
  }

  private static Object protocol(PortClause clause) {
    PortRange range = clause.numbers();
    Map<String, Object> port =
        range.first() == range.last()
            ? OrderedMap.of("number", range.first())
            : OrderedMap.of("range", OrderedMap.of("start", range.first(), "end", range.last()));
    return OrderedMap.of(
        switch (clause.protocol()) {
          case TCP -> "tcp";
          case UDP -> "udp";
          case SCTP -> "sctp";
        },
        OrderedMap.of("destinationPort", port));
  }

  private static Object port(PortClause clause) {
    PortRange range = clause.numbers();
    String protocol = clause.protocol().name();
    return range.first() == range.last()
        ? OrderedMap.of("portNumber", OrderedMap.of("protocol", protocol, "port", range.first()))
        : OrderedMap.of(
            "portRange",
            OrderedMap.of("protocol", protocol, "start", range.first(), "end", range.last()));
  }

  private Map<String, Object> label() {
    return Map.of(Block.LABEL, id);
  }
}
