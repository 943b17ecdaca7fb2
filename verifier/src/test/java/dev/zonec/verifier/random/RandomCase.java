package dev.zonec.verifier.random;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
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
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Defaults;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.policy.Peer;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.policy.PolicyPort;
import dev.zonec.verifier.policy.Rule;
import dev.zonec.verifier.world.World;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Small random worlds and programs, the same for the same seed. */
public final class RandomCase {
  public static final Span SPAN = new Span(new SourceText("random", ""), 0, 0);

  private final Random random;
  private final boolean tiny;

  /**
   * @param tiny whether so little is told apart that every endpoint can be listed
   */
  public RandomCase(long seed, boolean tiny) {
    this.random = new Random(seed);
    this.tiny = tiny;
  }

  public boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  @SafeVarargs
  public final <T> T oneOf(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private <T> List<T> some(int most, Supplier<T> supplier) {
    List<T> out = new ArrayList<>();
    int count = random.nextInt(most + 1);
    for (int i = 0; i < count; i++) {
      out.add(supplier.get());
    }
    return out;
  }

  public World world() {
    List<Namespace> namespaces = new ArrayList<>();
    namespaces.add(Namespace.declared("n1", chance(50) ? Map.of("env", "x") : Map.of()));
    namespaces.add(
        !tiny && chance(40)
            ? Namespace.undeclared("n2")
            : Namespace.declared("n2", chance(50) ? Map.of("env", "y") : Map.of()));
    return World.of(namespaces, some(tiny ? 4 : 6, this::policy));
  }

  private Policy policy() {
    Set<Direction> directions = EnumSet.noneOf(Direction.class);
    directions.add(oneOf(Direction.values()));
    if (chance(60)) {
      directions.addAll(EnumSet.allOf(Direction.class));
    }
    return new Policy(
        oneOf("n1", "n2"),
        "p" + random.nextInt(1000),
        chance(30) ? Selector.EVERYTHING : pods(),
        directions,
        directions.contains(Direction.INGRESS) ? some(2, this::rule) : List.of(),
        directions.contains(Direction.EGRESS) ? some(2, this::rule) : List.of(),
        false,
        SPAN);
  }

  private Rule rule() {
    return new Rule(some(2, this::peer), some(2, () -> new PolicyPort(port(), SPAN)), SPAN);
  }

  private Peer peer() {
    if (chance(25)) {
      return new Peer.Block(block(), SPAN);
    }
    Peer.Namespaces in =
        chance(40) ? new Peer.Namespaces.Own() : new Peer.Namespaces.Matching(namespaces());
    return new Peer.Pods(in, chance(30) ? Selector.EVERYTHING : pods(), SPAN);
  }

  private IpBlock block() {
    if (tiny) {
      return oneOf(block("10.0.0.0/8"), block("203.0.113.0/24"), block("0.0.0.0/0", "10.9.0.0/16"));
    }
    return oneOf(
        block("10.0.0.0/8", "10.1.0.0/16"),
        block("0.0.0.0/0"),
        block("203.0.113.0/24", "203.0.113.128/25"),
        block("fd00::/8"),
        block("::/0", "2001:db8::/32"),
        block("10.244.0.0/16"),
        block("203.0.113.200/32"));
  }

  private static IpBlock block(String cidr, String... except) {
    return new IpBlock(Cidr.of(cidr), java.util.Arrays.stream(except).map(Cidr::of).toList());
  }

  private PortClause port() {
    return oneOf(
        new PortClause.Numbered(Protocol.TCP, new PortRange(80, 80)),
        new PortClause.Numbered(Protocol.TCP, new PortRange(80, 90)),
        new PortClause.AllPorts(Protocol.UDP),
        tiny ? new PortClause.AllPorts(Protocol.TCP) : new PortClause.Named(Protocol.TCP, "web"));
  }

  private Selector pods() {
    return tiny
        ? selector("app", "a", "b")
        : oneOf(
            selector("app", "a", "b"),
            selector("tier", "t"),
            selector("app", "a", "b").and(selector("tier", "t", "u")));
  }

  private Selector namespaces() {
    if (chance(30)) {
      return Selector.EVERYTHING;
    }
    Selector byName =
        new Selector(
            List.of(
                chance(80)
                    ? new Requirement.In(Namespace.NAME_LABEL, set(oneOf("n1", "n2")))
                    : new Requirement.NotIn(Namespace.NAME_LABEL, set(oneOf("n1", "n2")))));
    return tiny || chance(60) ? byName : selector("env", "x", "y");
  }

  private Selector selector(String key, String... values) {
    Requirement requirement =
        switch (random.nextInt(8)) {
          case 0 -> new Requirement.Exists(key);
          case 1 -> new Requirement.DoesNotExist(key);
          case 2 -> new Requirement.NotIn(key, set(oneOf(values)));
          case 3 -> new Requirement.In(key, set(values));
          default -> new Requirement.In(key, set(oneOf(values)));
        };
    return new Selector(List.of(requirement));
  }

  private static SortedSet<String> set(String... values) {
    return new TreeSet<>(List.of(values));
  }

  public ZoneProgram program() {
    List<Party.Zone> zones = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      Party.Denied denied =
          chance(70) ? Party.Denied.BOTH : new Party.Denied(chance(50), chance(50));
      zones.add(new Party.Zone("z" + i, podSet(), false, denied, SPAN));
    }
    List<Party.Outside> externals = new ArrayList<>();
    externals.add(new Party.Addresses("net", List.of(block("203.0.113.0/24")), chance(15), SPAN));
    if (chance(40)) {
      externals.add(new Party.ForeignPods("foreign", podSet(), chance(20), SPAN));
    }
    List<Party> parties = new ArrayList<>(zones);
    parties.addAll(externals);
    if (chance(40)) {
      parties.add(new Party.Anyone("any", chance(60), SPAN));
    }
    List<Flow> flows = new ArrayList<>();
    int flowCount = random.nextInt(4);
    for (int i = 0; i < flowCount; i++) {
      flows.add(new Flow(any(parties), any(parties), service(), false, SPAN));
    }
    Defaults defaults =
        chance(70) ? Defaults.STANDARD : new Defaults(chance(50), chance(50), true, chance(50));
    Cluster cluster =
        chance(50)
            ? Cluster.UNDECLARED
            : new Cluster(List.of(Cidr.of("10.244.0.0/16")), List.of(), List.of());
    return new ZoneProgram(
        "random", zones, externals, flows, assertions(parties, zones), defaults, cluster, false);
  }

  private List<Assertion> assertions(List<Party> parties, List<Party.Zone> zones) {
    List<Assertion> out = new ArrayList<>();
    out.add(
        new Assertion.NoPath(
            "n",
            List.of(any(parties)),
            List.of(any(parties)),
            chance(30) ? List.of(any(parties)) : List.of(),
            chance(30) ? OptionalInt.of(1 + random.nextInt(3)) : OptionalInt.empty(),
            SPAN));
    out.add(
        new Assertion.Never("v", List.of(any(parties)), List.of(any(parties)), service(), SPAN));
    out.add(new Assertion.Only("o", List.of(any(parties)), List.of(any(parties)), service(), SPAN));
    out.add(new Assertion.Isolated("i", List.of(zones.get(random.nextInt(zones.size()))), SPAN));
    out.add(
        new Assertion.Reachable(
            "r", List.of(any(parties)), List.of(any(parties)), service(), SPAN));
    return out;
  }

  private Party any(List<Party> parties) {
    return parties.get(random.nextInt(parties.size()));
  }

  private Service service() {
    return chance(30) ? new Service.Anything() : new Service.Listed(List.of(port()));
  }

  private PodSet podSet() {
    List<PodSet.Term> terms = new ArrayList<>(List.of(term()));
    if (chance(30)) {
      terms.add(term());
    }
    return new PodSet(terms);
  }

  private PodSet.Term term() {
    PodSet.NamespaceSet namespaces =
        tiny || chance(70)
            ? new PodSet.NamespaceSet.Named(set(oneOf("n1", "n2")), Selector.EVERYTHING)
            : new PodSet.NamespaceSet.Selected(namespaces());
    return new PodSet.Term(namespaces, pods());
  }

  /** An endpoint whose labels are all known. */
  public Endpoint endpoint(String name) {
    if (chance(25)) {
      return new Endpoint.External(
          IpAddress.of(oneOf("203.0.113.5", "203.0.113.200", "8.8.8.8", "2001:db8::5", "2600::1")));
    }
    Map<String, String> labels = new TreeMap<>();
    if (chance(75)) {
      labels.put("app", oneOf("a", "b", "zz"));
    }
    if (chance(50)) {
      labels.put("tier", oneOf("t", "u", "zz"));
    }
    List<NamedPort> named = new ArrayList<>();
    if (chance(40)) {
      named.add(
          new NamedPort(oneOf("web", "dns"), oneOf(Protocol.values()), oneOf(80, 85, 99), false));
    }
    List<IpAddress> addresses =
        List.of(
            IpAddress.of(oneOf("10.244.3.4", "10.244.9.9")),
            IpAddress.of(oneOf("fd00::5", "fd00:1::9")));
    return new Endpoint.Pod(namespace(), name, labels, named, false, "", addresses);
  }

  private Namespace namespace() {
    return Namespace.declared(
        oneOf("n1", "n2", "elsewhere"),
        chance(60) ? Map.of("env", oneOf("x", "y", "zz")) : Map.of());
  }
}
