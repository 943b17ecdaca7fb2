package dev.zonec.verifier.random;

import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.kubernetes.policy.cluster.PolicySubject;
import dev.zonec.kubernetes.policy.cluster.Tier;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Small random worlds with objects of every kind. The same seed gives the same worlds. */
public final class RandomWorld {
  private static final List<String> NAMESPACES = List.of("n1", "n2", "n3");
  private static final List<String> NODES = List.of("k1", "k2");
  private static final List<String> PORT_NAMES = List.of("web", "dns");
  private static final List<String> ADDRESSES =
      List.of("10.244.3.4", "10.244.9.9", "10.0.0.7", "192.0.2.9", "fd00::5", "fd00:1::9");
  private static final List<String> OUTSIDE =
      List.of("203.0.113.5", "203.0.113.200", "8.8.8.8", "10.244.3.4", "2001:db8::5", "2600::1");

  private final RandomParts parts;

  /** Creates the worlds of {@code seed}. */
  public RandomWorld(long seed) {
    this.parts = new RandomParts(seed, RandomParts.Choices.SMALL);
  }

  public boolean chance(int percent) {
    return parts.chance(percent);
  }

  public <T> T oneOf(List<T> choices) {
    return parts.oneOf(choices);
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
    int count = 2 + parts.below(6);
    for (int i = 0; i < count; i++) {
      Endpoint.Pod pod = pod("p" + i, namespaces.get(oneOf(NAMESPACES)), hosts);
      workloads.add(new Workload(pod, "Pod", pod.name(), RandomParts.SPAN));
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
        parts.some(7, () -> parts.policy(NAMESPACES)),
        chance(60) ? parts.some(4, this::clusterPolicy) : List.of());
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
        parts.some(
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
        : parts.some(3, () -> IpAddress.of(oneOf(ADDRESSES))).stream().distinct().toList();
  }

  private ClusterPolicy clusterPolicy() {
    return new ClusterPolicy(
        "ClusterNetworkPolicy",
        parts.clusterPolicyName(),
        oneOf(List.of(Tier.values())),
        parts.below(3),
        new PolicySubject(parts.namespaces(), chance(50) ? Selector.EVERYTHING : parts.pods()),
        parts.some(3, () -> clusterRule(false)),
        parts.some(3, () -> clusterRule(true)),
        RandomParts.SPAN);
  }

  private ClusterRule clusterRule(boolean egress) {
    List<ClusterPeer> peers = new ArrayList<>(List.of(clusterPeer(egress)));
    if (chance(30)) {
      peers.add(clusterPeer(egress));
    }
    return new ClusterRule(
        "", oneOf(List.of(Action.values())), peers, parts.ports(), RandomParts.SPAN);
  }

  private ClusterPeer clusterPeer(boolean egress) {
    return switch (parts.below(egress ? 7 : 3)) {
      case 3, 4 ->
          new ClusterPeer.Networks(
              parts.some(3, parts::block).stream().map(IpBlock::cidr).toList(), RandomParts.SPAN);
      case 5 -> new ClusterPeer.Nodes(parts.selector("role", "a", "b"), RandomParts.SPAN);
      case 6 ->
          chance(50)
              ? new ClusterPeer.DomainNames(List.of("example.com"), RandomParts.SPAN)
              : new ClusterPeer.Unknown(RandomParts.SPAN);
      default ->
          new ClusterPeer.Pods(
              parts.namespaces(),
              chance(40) ? Selector.EVERYTHING : parts.pods(),
              RandomParts.SPAN);
    };
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

  /** Returns endpoints of {@code world}, and addresses. */
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

  /** Returns the address families of connections between two ends. */
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
