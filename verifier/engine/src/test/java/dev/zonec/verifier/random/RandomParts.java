package dev.zonec.verifier.random;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.Author;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Random blocks, ports, selectors and policies. The same seed gives the same parts. */
final class RandomParts {
  static final Span SPAN = new Span(new SourceText("random", ""), 0, 0);

  /**
   * The values to choose from.
   *
   * @param blocks the address blocks
   * @param ports the ports; a port that occurs twice is chosen twice as often
   * @param onlyNames whether a single label distinguishes pods, and only their names distinguish
   *     namespaces
   */
  record Choices(List<IpBlock> blocks, List<PortClause> ports, boolean onlyNames) {
    /** So few values that a test can list every endpoint. */
    static final Choices TINY =
        new Choices(
            List.of(
                block("10.0.0.0/8"), block("203.0.113.0/24"), block("0.0.0.0/0", "10.9.0.0/16")),
            List.of(
                numbered(Protocol.TCP, 80, 80),
                numbered(Protocol.TCP, 80, 90),
                new PortClause.AllPorts(Protocol.UDP),
                new PortClause.AllPorts(Protocol.TCP)),
            true);

    /** Values of every kind. */
    static final Choices SMALL =
        new Choices(
            List.of(
                block("10.0.0.0/8", "10.1.0.0/16"),
                block("0.0.0.0/0"),
                block("0.0.0.0/0", "203.0.113.0/24", "10.244.3.0/24"),
                block("203.0.113.0/24", "203.0.113.128/25"),
                block("10.244.0.0/16"),
                block("192.0.2.9/32"),
                block("203.0.113.200/32"),
                block("fd00::/8"),
                block("fc00::/7"),
                block("::/0", "2001:db8::/32")),
            allPorts(),
            false);

    private static List<PortClause> allPorts() {
      List<PortClause> ports = new ArrayList<>();
      for (Protocol protocol :
          List.of(
              Protocol.TCP,
              Protocol.TCP,
              Protocol.TCP,
              Protocol.TCP,
              Protocol.UDP,
              Protocol.SCTP)) {
        ports.add(new PortClause.AllPorts(protocol));
        ports.add(new PortClause.Named(protocol, "web"));
        ports.add(new PortClause.Named(protocol, "dns"));
        ports.add(numbered(protocol, 80, 80));
        ports.add(numbered(protocol, 80, 90));
      }
      return ports;
    }
  }

  private final Random random;
  private final Choices choices;
  private int policies;

  RandomParts(long seed, Choices choices) {
    this.random = new Random(seed);
    this.choices = choices;
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T oneOf(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  <T> List<T> some(int most, Supplier<T> supplier) {
    List<T> out = new ArrayList<>();
    int count = random.nextInt(most + 1);
    for (int i = 0; i < count; i++) {
      out.add(supplier.get());
    }
    return out;
  }

  /** Returns a policy in one of {@code namespaces}, with a unique name. */
  Policy policy(List<String> namespaces) {
    Set<Direction> directions = EnumSet.noneOf(Direction.class);
    directions.add(oneOf(List.of(Direction.values())));
    if (chance(50)) {
      directions.addAll(EnumSet.allOf(Direction.class));
    }
    return new Policy(
        oneOf(namespaces),
        "p" + policies++,
        chance(30) ? Selector.EVERYTHING : pods(),
        directions,
        directions.contains(Direction.INGRESS) ? some(3, this::rule) : List.of(),
        directions.contains(Direction.EGRESS) ? some(3, this::rule) : List.of(),
        new Author.Person(),
        SPAN);
  }

  /** Returns a unique name. */
  String clusterPolicyName() {
    return "c" + policies++;
  }

  private Rule rule() {
    return new Rule(some(2, this::peer), ports(), SPAN);
  }

  private Peer peer() {
    if (chance(30)) {
      return new Peer.Block(block(), SPAN);
    }
    Peer.Namespaces in =
        chance(40) ? new Peer.Namespaces.Own() : new Peer.Namespaces.Matching(namespaces());
    return new Peer.Pods(in, chance(30) ? Selector.EVERYTHING : pods(), SPAN);
  }

  IpBlock block() {
    return oneOf(choices.blocks());
  }

  static IpBlock block(String cidr, String... except) {
    return new IpBlock(Cidr.of(cidr), Arrays.stream(except).map(Cidr::of).toList());
  }

  private static PortClause numbered(Protocol protocol, int first, int last) {
    return new PortClause.Numbered(protocol, new PortRange(first, last));
  }

  PortClause port() {
    return oneOf(choices.ports());
  }

  /** Returns the ports of a rule; an empty list means every port. */
  List<PolicyPort> ports() {
    return some(2, () -> new PolicyPort(port(), SPAN));
  }

  Selector pods() {
    return switch (choices.onlyNames() ? 0 : random.nextInt(3)) {
      case 0 -> selector("app", "a", "b");
      case 1 -> selector("tier", "t", "");
      default -> selector("app", "a", "b").and(selector("tier", "t", "u"));
    };
  }

  Selector namespaces() {
    if (chance(25)) {
      return Selector.EVERYTHING;
    }
    return choices.onlyNames() || chance(50)
        ? selector(Namespace.NAME_LABEL, "n1", "n2")
        : selector("env", "x", "y");
  }

  Selector selector(String key, String... values) {
    SortedSet<String> one = set(oneOf(List.of(values)));
    Requirement requirement =
        switch (random.nextInt(8)) {
          case 0 -> new Requirement.Exists(key);
          case 1 -> new Requirement.DoesNotExist(key);
          case 2 -> new Requirement.NotIn(key, one);
          case 3 -> new Requirement.In(key, set(values));
          default -> new Requirement.In(key, one);
        };
    return new Selector(List.of(requirement));
  }

  static SortedSet<String> set(String... values) {
    return new TreeSet<>(List.of(values));
  }
}
