package dev.zonec.tests.properties;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.Author;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Small random sets of policies in the style of hand-written ones, and connections. The same seed
 * gives the same sets.
 */
final class RandomPolicies {
  private static final Span SPAN = new Span(new SourceText("random.yaml", ""), 0, 0);
  private static final List<Namespace> NAMESPACES =
      List.of(Namespace.declared("n1", Map.of("env", "x")), Namespace.declared("n2", Map.of()));

  private final Random random;

  RandomPolicies(long seed) {
    random = new Random(seed);
  }

  @SafeVarargs
  private <T> T oneOf(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> List<T> some(int most, Supplier<T> supplier) {
    List<T> out = new ArrayList<>();
    int count = random.nextInt(most + 1);
    for (int i = 0; i < count; i++) {
      out.add(supplier.get());
    }
    return out;
  }

  World world() {
    List<Policy> policies = new ArrayList<>();
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      policies.add(policy("p" + i));
    }
    return World.of(NAMESPACES, policies);
  }

  private Policy policy(String name) {
    Set<Direction> directions = EnumSet.of(oneOf(Direction.values()));
    if (chance(50)) {
      directions.addAll(EnumSet.allOf(Direction.class));
    }
    return new Policy(
        oneOf("n1", "n1", "n2"),
        name,
        chance(25) ? Selector.EVERYTHING : pods(),
        directions,
        directions.contains(Direction.INGRESS) ? some(2, this::rule) : List.of(),
        directions.contains(Direction.EGRESS) ? some(2, this::rule) : List.of(),
        new Author.Person(),
        SPAN);
  }

  private Rule rule() {
    return new Rule(some(2, this::peer), some(2, () -> new PolicyPort(port(), SPAN)), SPAN);
  }

  private Peer peer() {
    if (chance(15)) {
      return new Peer.Block(
          oneOf(
              new IpBlock(Cidr.of("203.0.113.0/24"), List.of(Cidr.of("203.0.113.128/25"))),
              new IpBlock(Cidr.of("2001:db8::/32"), List.of()),
              new IpBlock(Cidr.of(chance(30) ? "10.0.0.0/8" : "198.51.100.0/24"), List.of())),
          SPAN);
    }
    Peer.Namespaces in =
        chance(60) ? new Peer.Namespaces.Own() : new Peer.Namespaces.Matching(namespaces());
    return new Peer.Pods(in, chance(30) ? Selector.EVERYTHING : pods(), SPAN);
  }

  private Selector namespaces() {
    return oneOf(
        Selector.EVERYTHING,
        selector(new Requirement.In(Namespace.NAME_LABEL, set("n2"))),
        selector(new Requirement.NotIn(Namespace.NAME_LABEL, set("n1"))),
        selector(new Requirement.In("env", set("x"))),
        selector(new Requirement.DoesNotExist("env")));
  }

  private Selector pods() {
    Selector app =
        oneOf(
            selector(new Requirement.In("app", set("a"))),
            selector(new Requirement.In("app", set("b"))),
            selector(new Requirement.In("app", set("a", "b"))),
            selector(new Requirement.NotIn("app", set("a"))),
            selector(new Requirement.Exists("app")));
    Selector tier =
        oneOf(
            selector(new Requirement.In("tier", set("t"))),
            selector(new Requirement.DoesNotExist("tier")));
    return oneOf(app, app, tier, app.and(tier));
  }

  private static Selector selector(Requirement requirement) {
    return new Selector(List.of(requirement));
  }

  private static SortedSet<String> set(String... values) {
    return new TreeSet<>(List.of(values));
  }

  private PortClause port() {
    return oneOf(
        new PortClause.Numbered(Protocol.TCP, new PortRange(80, 80)),
        new PortClause.Numbered(Protocol.TCP, new PortRange(80, 90)),
        new PortClause.AllPorts(Protocol.UDP),
        new PortClause.Named(Protocol.TCP, "web"));
  }

  /** Returns an end of a connection; two ends with different names are different pods. */
  Endpoint endpoint(String name) {
    if (chance(20)) {
      return new Endpoint.External(
          IpAddress.of(oneOf("203.0.113.5", "203.0.113.200", "8.8.8.8", "2001:db8::5")));
    }
    Map<String, String> labels = new TreeMap<>();
    if (chance(80)) {
      labels.put("app", oneOf("a", "b", "zz"));
    }
    if (chance(50)) {
      labels.put("tier", oneOf("t", "u"));
    }
    Namespace namespace =
        oneOf(
            NAMESPACES.get(0),
            NAMESPACES.get(0),
            NAMESPACES.get(1),
            Namespace.declared("elsewhere", Map.of("env", "x")));
    List<NamedPort> named =
        chance(40)
            ? List.of(new NamedPort("web", Protocol.TCP, oneOf(80, 85, 99), false))
            : List.of();
    return new Endpoint.Pod(
        namespace,
        name,
        labels,
        named,
        false,
        "",
        List.of(IpAddress.of("10.244.3.4"), IpAddress.of("fd00::5")));
  }

  int port(int... choices) {
    return choices[random.nextInt(choices.length)];
  }

  Protocol protocol() {
    return oneOf(Protocol.values());
  }
}
