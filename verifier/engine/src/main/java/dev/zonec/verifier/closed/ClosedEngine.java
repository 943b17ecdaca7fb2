package dev.zonec.verifier.closed;

import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.rules.Ends;
import dev.zonec.kubernetes.rules.PolicySet;
import dev.zonec.kubernetes.rules.RuleTier;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.closed.bits.BitMatrix;
import dev.zonec.verifier.closed.bits.BitRow;
import dev.zonec.verifier.closed.endpoint.Distinctions;
import dev.zonec.verifier.closed.endpoint.EndpointIndex;
import dev.zonec.verifier.closed.endpoint.EndpointSignature;
import dev.zonec.verifier.closed.endpoint.EndpointSignatures;
import dev.zonec.verifier.closed.endpoint.LabelSignatures;
import dev.zonec.verifier.closed.endpoint.NamespaceIndex;
import dev.zonec.verifier.closed.equivalence.BlockMatcher;
import dev.zonec.verifier.closed.equivalence.EquivalenceClasses;
import dev.zonec.verifier.closed.equivalence.NodeMatcher;
import dev.zonec.verifier.closed.equivalence.PeerSelector;
import dev.zonec.verifier.closed.equivalence.PodMatcher;
import dev.zonec.verifier.closed.port.PortAtoms;
import dev.zonec.verifier.closed.port.PortNames;
import dev.zonec.verifier.closed.relation.AlikeClasses;
import dev.zonec.verifier.closed.relation.AllowedPairs;
import dev.zonec.verifier.closed.relation.Layer;
import dev.zonec.verifier.closed.relation.Layers;
import dev.zonec.verifier.closed.subject.TierSubjects;
import dev.zonec.verifier.quotient.AddressAtoms;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which endpoints of a closed world may connect, for all pairs at once.
 *
 * <p>Endpoints that no policy distinguishes form one class, and the engine computes with classes
 * only. For each class and direction, it computes an admission: for each segment of ports, a row of
 * bits that says which classes at the other end the policies of the class admit. A connection is
 * allowed if and only if both sides admit it, so the relation of all allowed connections is a
 * bitwise AND of rows. Each connection uses one address family: under MAY, two classes may connect
 * if one family allows it, under MUST if both do. Policies do not apply to connections between two
 * addresses.
 *
 * <p>Invariant: {@link #allows} equals the decision of the concrete semantics for every connection
 * of the world.
 */
public final class ClosedEngine {
  private final EndpointIndex ends;
  private final PortAtoms ports;
  private final EndpointSignatures signatures;
  private final EquivalenceClasses classes;
  private final Layers layers;

  /**
   * @param world the workloads, nodes and policies
   * @param reading how undefined points are resolved
   * @param cluster the possible values of unknown addresses
   * @param distinctions the further distinctions that the engine has to make
   */
  public ClosedEngine(World world, Reading reading, Cluster cluster, Distinctions distinctions) {
    PolicySet rules = world.rules();
    PolicyMentions mentions = PolicyMentions.of(rules);
    distinctions.ports().forEach(mentions::add);
    Map<Family, AddressAtoms> atoms = addressAtoms(world, mentions, cluster, distinctions);
    this.ends = new EndpointIndex(world, atoms);
    LabelSignatures labels = new LabelSignatures(mentions.pods);
    NamespaceIndex namespaces = new NamespaceIndex(mentions.namespaces);
    PortNames names = new PortNames(mentions.names);
    boolean nodes =
        !world.nodes().isEmpty()
            || world.workloads().stream().anyMatch(workload -> workload.pod().hostNetwork());
    this.signatures =
        new EndpointSignatures(
            ends.all(),
            new EndpointSignatures.Features(
                labels, namespaces, names, atoms, nodes, !mentions.blocks.isEmpty(), distinctions));
    this.ports = portAtoms(world, mentions, names);
    List<PeerSelector> selectors = selectors(rules, reading);
    this.classes =
        new EquivalenceClasses(
            signatures,
            new PodMatcher(signatures, namespaces, labels),
            new BlockMatcher(signatures, atoms, cluster),
            new NodeMatcher(signatures, world.nodes(), atoms, cluster),
            selectors);
    this.layers = new Layers(rules, selectors, classes, ports, reading);
  }

  private static Map<Family, AddressAtoms> addressAtoms(
      World world, PolicyMentions mentions, Cluster cluster, Distinctions distinctions) {
    Map<Family, AddressAtoms> atoms = new EnumMap<>(Family.class);
    for (Family family : Family.values()) {
      List<AddressSet> sets = new ArrayList<>();
      for (IpBlock block : mentions.blocks) {
        sets.add(AddressSet.of(family, List.of(block)));
      }
      if (!mentions.nodes.isEmpty()) {
        NodeMatcher.addresses(world.nodes()).stream()
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

  private static PortAtoms portAtoms(World world, PolicyMentions mentions, PortNames names) {
    Set<PortClause.Numbered> ranges = new LinkedHashSet<>(mentions.ranges);
    for (Workload workload : world.workloads()) {
      names.relevant(workload.pod().namedPorts()).stream()
          .map(PortNames::number)
          .forEach(ranges::add);
    }
    return new PortAtoms(ranges);
  }

  /** Returns the selectors of all subjects and peers. */
  private static List<PeerSelector> selectors(PolicySet rules, Reading reading) {
    Set<PeerSelector> selectors = new LinkedHashSet<>();
    for (RuleTier tier : rules.tiers()) {
      // If all rules accept, only one of the two bounds is used.
      List<Boolean> bounds =
          TierSubjects.isIsolating(tier) ? List.of(reading.permissive()) : List.of(true, false);
      for (Ends ends : tier.ends()) {
        for (boolean may : bounds) {
          PeerSelector.of(ends, reading, may).ifPresent(selectors::add);
        }
      }
    }
    return List.copyOf(selectors);
  }

  /** Returns the endpoints. */
  public EndpointIndex ends() {
    return ends;
  }

  /** Returns the ports, divided where a rule or a port name distinguishes them. */
  public PortAtoms ports() {
    return ports;
  }

  /** Returns the number of classes. */
  public int classes() {
    return classes.size();
  }

  /** Returns the class of the endpoint with number {@code end}. */
  public int classOf(int end) {
    return classes.ofSignature(signatures.ofEndpoint(end));
  }

  /**
   * Whether {@code connection} is allowed. Its endpoints belong to this world, and it uses the
   * address of the destination, not the address of a Service.
   */
  public boolean allows(Connection connection) {
    if (connection.source() instanceof Endpoint.Pod pod && pod.isSame(connection.destination())) {
      return true;
    }
    int source = classOf(ends.indexOf(connection.source()));
    int destination = classOf(ends.indexOf(connection.destination()));
    int atom = ports.indexOf(connection.transport());
    List<Layer> ofFamily = layers.of(connection.family());
    return layers.anySuffices()
        ? ofFamily.stream().anyMatch(layer -> layer.allows(source, destination, atom))
        : ofFamily.stream().allMatch(layer -> layer.allows(source, destination, atom));
  }

  /**
   * Returns the port atoms on which class {@code source} may connect to class {@code destination};
   * none between two addresses.
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
      if (layers.anySuffices() || first) {
        open.or(here);
      } else {
        open.and(here);
      }
      first = false;
    }
    return open;
  }

  /**
   * Returns the group of each class. Classes of one group may connect to the same classes and from
   * the same classes, on the same ports. Addresses are in groups of their own. Groups are numbered
   * from zero in the order of their first classes.
   */
  public int[] alikeClasses() {
    Object[] kinds = new Object[classes.size()];
    for (int c = 0; c < kinds.length; c++) {
      kinds[c] = isAddress(c);
    }
    return AlikeClasses.groups(layers.all(), kinds);
  }

  private boolean isAddress(int c) {
    return classes.representative(c).kind() == EndpointSignature.Kind.ADDRESS;
  }

  /**
   * Returns which classes may connect on at least one atom of {@code atoms}. Two addresses never
   * do.
   */
  public BitMatrix connections(BitSet atoms) {
    BitMatrix pairs =
        new AllowedPairs(layers.all(), layers.anySuffices(), ports, classes.size()).on(atoms);
    BitRow addresses = BitRow.empty(classes.size());
    for (int c = 0; c < classes.size(); c++) {
      if (isAddress(c)) {
        addresses.set(c);
      }
    }
    for (int c = addresses.next(0); c >= 0; c = addresses.next(c + 1)) {
      pairs.row(c).andNot(addresses);
    }
    return pairs;
  }
}
