package dev.zonec.verifier.random;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.policy.Peer;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.policy.PolicyPort;
import dev.zonec.verifier.policy.Rule;
import dev.zonec.verifier.policy.cluster.Action;
import dev.zonec.verifier.policy.cluster.ClusterPeer;
import dev.zonec.verifier.policy.cluster.ClusterPolicy;
import dev.zonec.verifier.policy.cluster.ClusterRule;
import dev.zonec.verifier.policy.cluster.Subject;
import dev.zonec.verifier.policy.cluster.Tier;
import dev.zonec.verifier.semantics.Knob;
import dev.zonec.verifier.semantics.Reading;
import dev.zonec.verifier.world.Workload;
import dev.zonec.verifier.world.World;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Small worlds with a bit of everything, the same for the same seed. */
public final class RandomWorld {
  private static final Span SPAN = new Span(new SourceText("random", ""), 0, 0);
  private static final List<String> NAMESPACES = List.of("n1", "n2", "n3");
  private static final List<String> NODES = List.of("k1", "k2");
  private static final List<String> PORT_NAMES = List.of("web", "dns");
  private static final List<String> ADDRESSES =
      List.of("10.244.3.4", "10.244.9.9", "10.0.0.7", "192.0.2.9", "fd00::5", "fd00:1::9");
  private static final List<String> OUTSIDE =
      List.of("203.0.113.5", "203.0.113.200", "8.8.8.8", "10.244.3.4", "2001:db8::5", "2600::1");

  private final Random random;
  private int policies;

  /** The worlds of {@code seed}. */
  public RandomWorld(long seed) {
    this.random = new Random(seed);
  }

  public boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  public <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
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
    Map<String, Namespace> namespaces = new TreeMap<>();
    for (String name : NAMESPACES) {
      Map<String, String> labels =
          chance(60) ? Map.of("env", oneOf(List.of("x", "y", "zz"))) : Map.of();
      namespaces.put(
          name, chance(25) ? Namespace.undeclared(name) : Namespace.declared(name, labels));
    }
    boolean hosts = chance(40);
    List<Workload> workloads = new ArrayList<>();
    int count = 2 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      Endpoint.Pod pod = pod("p" + i, namespaces.get(oneOf(NAMESPACES)), hosts);
      workloads.add(new Workload(pod, "Pod", pod.name(), SPAN));
    }
    List<Endpoint.Node> nodes = new ArrayList<>();
    for (String name : NODES) {
      if (chance(40)) {
        nodes.add(
            new Endpoint.Node(
                name,
                chance(50) ? Map.of("role", oneOf(List.of("a", "b"))) : Map.of(),
                addresses()));
      }
    }
    return new World(
        List.copyOf(namespaces.values()),
        workloads,
        nodes,
        some(7, this::policy),
        chance(60) ? some(4, this::clusterPolicy) : List.of());
  }

  private Endpoint.Pod pod(String name, Namespace namespace, boolean hosts) {
    Map<String, String> labels = new TreeMap<>();
    if (chance(75)) {
      labels.put("app", oneOf(List.of("a", "b", "zz")));
    }
    if (chance(50)) {
      labels.put("tier", oneOf(List.of("t", "u", "zz", "")));
    }
    List<NamedPort> named =
        some(
            2,
            () ->
                new NamedPort(
                    oneOf(PORT_NAMES),
                    chance(70) ? Protocol.TCP : Protocol.UDP,
                    oneOf(List.of(80, 85, 99)),
                    chance(30)));
    return new Endpoint.Pod(
        namespace,
        name,
        labels,
        named,
        hosts && chance(40),
        chance(50) ? oneOf(NODES) : "",
        addresses());
  }

  private List<IpAddress> addresses() {
    return chance(40)
        ? List.of()
        : some(3, () -> IpAddress.of(oneOf(ADDRESSES))).stream().distinct().toList();
  }

  private Policy policy() {
    Set<Direction> directions = EnumSet.noneOf(Direction.class);
    directions.add(oneOf(List.of(Direction.values())));
    if (chance(40)) {
      directions.addAll(EnumSet.allOf(Direction.class));
    }
    return new Policy(
        oneOf(NAMESPACES),
        "p" + policies++,
        chance(30) ? Selector.EVERYTHING : pods(),
        directions,
        directions.contains(Direction.INGRESS) ? some(3, this::rule) : List.of(),
        directions.contains(Direction.EGRESS) ? some(3, this::rule) : List.of(),
        false,
        SPAN);
  }

  private ClusterPolicy clusterPolicy() {
    return new ClusterPolicy(
        "ClusterNetworkPolicy",
        "c" + policies++,
        oneOf(List.of(Tier.values())),
        random.nextInt(3),
        new Subject(namespaces(), chance(50) ? Selector.EVERYTHING : pods()),
        some(3, () -> clusterRule(false)),
        some(3, () -> clusterRule(true)),
        SPAN);
  }

  private ClusterRule clusterRule(boolean egress) {
    List<ClusterPeer> peers = new ArrayList<>(List.of(clusterPeer(egress)));
    if (chance(30)) {
      peers.add(clusterPeer(egress));
    }
    return new ClusterRule(
        "",
        oneOf(List.of(Action.values())),
        peers,
        some(2, () -> new PolicyPort(port(), SPAN)),
        SPAN);
  }

  private ClusterPeer clusterPeer(boolean egress) {
    return switch (random.nextInt(egress ? 7 : 3)) {
      case 3, 4 ->
          new ClusterPeer.Networks(some(3, this::block).stream().map(IpBlock::cidr).toList(), SPAN);
      case 5 -> new ClusterPeer.Nodes(selector("role", "a", "b"), SPAN);
      case 6 ->
          chance(50)
              ? new ClusterPeer.DomainNames(List.of("example.com"), SPAN)
              : new ClusterPeer.Unknown(SPAN);
      default ->
          new ClusterPeer.Pods(namespaces(), chance(40) ? Selector.EVERYTHING : pods(), SPAN);
    };
  }

  private Rule rule() {
    return new Rule(some(2, this::peer), some(2, () -> new PolicyPort(port(), SPAN)), SPAN);
  }

  private Peer peer() {
    if (chance(30)) {
      return new Peer.Block(block(), SPAN);
    }
    Peer.Namespaces in =
        chance(40) ? new Peer.Namespaces.Own() : new Peer.Namespaces.Matching(namespaces());
    return new Peer.Pods(in, chance(30) ? Selector.EVERYTHING : pods(), SPAN);
  }

  private IpBlock block() {
    return oneOf(
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
            block("::/0", "2001:db8::/32")));
  }

  private static IpBlock block(String cidr, String... except) {
    return new IpBlock(Cidr.of(cidr), java.util.Arrays.stream(except).map(Cidr::of).toList());
  }

  private PortClause port() {
    Protocol protocol = chance(60) ? Protocol.TCP : oneOf(List.of(Protocol.values()));
    return switch (random.nextInt(5)) {
      case 0 -> new PortClause.AllPorts(protocol);
      case 1, 2 -> new PortClause.Named(protocol, oneOf(PORT_NAMES));
      case 3 -> new PortClause.Numbered(protocol, new PortRange(80, 80));
      default -> new PortClause.Numbered(protocol, new PortRange(80, 90));
    };
  }

  private Selector pods() {
    return switch (random.nextInt(3)) {
      case 0 -> selector("app", "a", "b");
      case 1 -> selector("tier", "t", "");
      default -> selector("app", "a", "b").and(selector("tier", "t", "u"));
    };
  }

  private Selector namespaces() {
    return chance(25)
        ? Selector.EVERYTHING
        : chance(40) ? selector(Namespace.NAME_LABEL, "n1", "n2") : selector("env", "x", "y");
  }

  private Selector selector(String key, String... values) {
    Set<String> one = Set.of(oneOf(List.of(values)));
    Requirement requirement =
        switch (random.nextInt(8)) {
          case 0 -> new Requirement.Exists(key);
          case 1 -> new Requirement.DoesNotExist(key);
          case 2 -> new Requirement.NotIn(key, new TreeSet<>(one));
          case 3 -> new Requirement.In(key, new TreeSet<>(Set.of(values)));
          default -> new Requirement.In(key, new TreeSet<>(one));
        };
    return new Selector(List.of(requirement));
  }

  public Reading reading() {
    Reading reading = chance(50) ? Reading.MAY : Reading.MUST;
    for (Knob knob : Knob.values()) {
      if (chance(30)) {
        reading = reading.with(knob, oneOf(knob.answers()));
      }
    }
    return reading;
  }

  public Cluster cluster() {
    return chance(50)
        ? Cluster.UNDECLARED
        : new Cluster(
            List.of(Cidr.of("10.244.0.0/16")),
            List.of(),
            chance(50) ? List.of(Cidr.of("10.0.0.0/24")) : List.of());
  }

  /** Ends of {@code world}, and addresses. */
  public List<Endpoint> ends(World world) {
    List<Endpoint> ends = new ArrayList<>(world.nodes());
    world.workloads().forEach(workload -> ends.add(workload.pod()));
    OUTSIDE.forEach(address -> ends.add(new Endpoint.External(IpAddress.of(address))));
    return ends;
  }

  public List<Transport> transports() {
    List<Transport> transports = new ArrayList<>();
    transports.add(new Transport.Portless("ICMP"));
    for (int port : List.of(1, 79, 80, 85, 90, 91, 99, 65535)) {
      transports.add(new Transport.Ported(oneOf(List.of(Protocol.values())), port));
      transports.add(new Transport.Ported(Protocol.TCP, port));
    }
    return transports;
  }

  /** The families that may carry a connection between two ends. */
  public static List<Family> families(Endpoint one, Endpoint other) {
    List<Family> families = new ArrayList<>(List.of(Family.values()));
    for (Endpoint end : List.of(one, other)) {
      if (end instanceof Endpoint.External(IpAddress address)) {
        families.retainAll(List.of(address.family()));
      }
    }
    return families;
  }
}
