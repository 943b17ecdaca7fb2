package dev.zonec.verifier.closed;

import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.policy.Peer;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.policy.Rule;
import dev.zonec.verifier.policy.cluster.ClusterPolicy;
import dev.zonec.verifier.quotient.AddressAtoms;
import dev.zonec.verifier.semantics.Reading;
import dev.zonec.verifier.world.Workload;
import dev.zonec.verifier.world.World;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What may connect among the ends of a world.
 *
 * <p>Ends that no policy tells apart are one class. A connection is carried by an address family;
 * under MAY two classes may connect if one family lets them, under MUST if both do. Two ends that
 * are addresses are in nobody's way.
 */
public final class ClosedEngine {
  private final Ends ends;
  private final PortAtoms ports;
  private final Units units;
  private final Classes classes;
  private final Layers layers;

  /**
   * @param world whose workloads, nodes and policies count
   * @param reading how undefined points are resolved
   * @param cluster where addresses that are not known may lie
   * @param distinctions what is told apart beyond what policies look at
   */
  public ClosedEngine(World world, Reading reading, Cluster cluster, Distinctions distinctions) {
    Asked asked = Asked.of(world);
    distinctions.ports().forEach(asked::add);
    Map<Family, AddressAtoms> atoms = addressAtoms(world, asked, cluster, distinctions);
    this.ends = new Ends(world, atoms);
    LabelSignatures labels = new LabelSignatures(asked.pods);
    NamespaceIndex namespaces = new NamespaceIndex(asked.namespaces);
    NamedPorts names = new NamedPorts(asked.names);
    boolean nodes =
        !world.nodes().isEmpty()
            || world.workloads().stream().anyMatch(workload -> workload.pod().hostNetwork());
    this.units =
        new Units(
            ends.all(),
            new Units.Sight(
                labels, namespaces, names, atoms, nodes, !asked.blocks.isEmpty(), distinctions));
    this.ports = portAtoms(world, asked, names);
    List<Who> peers = peers(world, reading);
    this.classes =
        new Classes(
            units,
            new PodSets(units, namespaces, labels),
            new BlockSets(units, atoms, cluster),
            new NodeSets(units, world.nodes(), atoms, cluster),
            world.policies(),
            peers);
    this.layers = new Layers(world, peers, classes, ports, reading);
  }

  private static Map<Family, AddressAtoms> addressAtoms(
      World world, Asked asked, Cluster cluster, Distinctions distinctions) {
    Map<Family, AddressAtoms> atoms = new EnumMap<>(Family.class);
    for (Family family : Family.values()) {
      List<AddressSet> sets = new ArrayList<>();
      for (IpBlock block : asked.blocks) {
        sets.add(AddressSet.of(family, List.of(block)));
      }
      if (!asked.nodes.isEmpty()) {
        NodeSets.addresses(world.nodes()).stream()
            .filter(set -> set.family() == family)
            .forEach(sets::add);
      }
      sets.add(cluster.podAddresses(family));
      sets.add(cluster.nodeAddresses(family));
      distinctions.addresses().stream().filter(set -> set.family() == family).forEach(sets::add);
      atoms.put(family, AddressAtoms.of(family, sets));
    }
    return atoms;
  }

  private static PortAtoms portAtoms(World world, Asked asked, NamedPorts names) {
    Set<PortClause.Numbered> ranges = new LinkedHashSet<>(asked.ranges);
    for (Workload workload : world.workloads()) {
      names.relevant(workload.pod().namedPorts()).stream()
          .map(NamedPorts::number)
          .forEach(ranges::add);
    }
    return new PortAtoms(ranges);
  }

  private static List<Who> peers(World world, Reading reading) {
    Set<Who> peers = new LinkedHashSet<>();
    for (Policy policy : world.policies()) {
      for (Direction direction : Direction.values()) {
        for (Rule rule : policy.rules(direction)) {
          for (Peer peer : rule.peers()) {
            peers.add(SideProfiles.who(peer, policy.namespace(), reading));
          }
        }
      }
    }
    for (ClusterPolicy policy : world.clusterPolicies()) {
      for (boolean permissive : List.of(true, false)) {
        peers.add(ClusterSubjects.who(policy.subject(), permissive));
        for (Direction direction : Direction.values()) {
          policy.rules(direction).stream()
              .flatMap(rule -> rule.peers().stream())
              .forEach(peer -> ClusterRules.who(peer, permissive).ifPresent(peers::add));
        }
      }
    }
    return List.copyOf(peers);
  }

  /** The ends. */
  public Ends ends() {
    return ends;
  }

  /** The ports, cut where some rule or name tells them apart. */
  public PortAtoms ports() {
    return ports;
  }

  /** How many classes there are. */
  public int classes() {
    return classes.size();
  }

  /** The class of the end with number {@code end}. */
  public int classOf(int end) {
    return classes.ofUnit(units.ofEndpoint(end));
  }

  /**
   * Whether {@code connection}, made to the destination's own address, is allowed; its ends are of
   * this world.
   */
  public boolean allows(Connection connection) {
    if (connection.source() instanceof Endpoint.Pod pod && pod.isSame(connection.destination())) {
      return true;
    }
    int source = classOf(ends.indexOf(connection.source()));
    int destination = classOf(ends.indexOf(connection.destination()));
    int atom = ports.indexOf(connection.transport());
    List<Layer> some = layers.of(connection.family());
    return layers.any()
        ? some.stream().anyMatch(layer -> layer.allows(source, destination, atom))
        : some.stream().allMatch(layer -> layer.allows(source, destination, atom));
  }

  /**
   * The atoms of ports on which ends of class {@code source} may connect to {@code destination}.
   * What addresses do among themselves is not asked: none.
   */
  public BitSet open(int source, int destination) {
    BitSet open = new BitSet();
    if (isAddress(source) && isAddress(destination)) {
      return open;
    }
    boolean first = true;
    for (Layer layer : layers.all()) {
      BitSet here = layer.egress().get(source).atoms(destination);
      here.and(layer.ingress().get(destination).atoms(source));
      if (layers.any() || first) {
        open.or(here);
      } else {
        open.and(here);
      }
      first = false;
    }
    return open;
  }

  private boolean isAddress(int c) {
    return classes.unit(c).kind() == Unit.Kind.ADDRESS;
  }

  /** Which classes may connect on some atom of {@code some}; no two addresses do. */
  public BitMatrix connections(BitSet some) {
    BitMatrix pairs = new AllPairs(layers.all(), layers.any(), ports, classes.size()).on(some);
    long[] addresses = BitRow.empty(classes.size());
    for (int c = 0; c < classes.size(); c++) {
      if (isAddress(c)) {
        BitRow.set(addresses, c);
      }
    }
    for (int c = BitRow.next(addresses, 0); c >= 0; c = BitRow.next(addresses, c + 1)) {
      BitRow.andNot(pairs.row(c), addresses);
    }
    return pairs;
  }

  /**
   * Which classes reach which over one connection of {@code connections} or more, passing through
   * classes of {@code relays} only.
   */
  public static BitMatrix reach(BitMatrix connections, BitSet relays) {
    return Closure.of(connections, relays);
  }
}
