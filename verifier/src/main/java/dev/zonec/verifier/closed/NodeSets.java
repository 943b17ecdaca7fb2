package dev.zonec.verifier.closed;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.quotient.AddressAtoms;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which units are nodes with some labels, or pods on their network. There may be nodes that nobody
 * declares: a pod on the host network may be on one, and an address be one's.
 */
final class NodeSets {
  private final Units units;
  private final Map<String, Endpoint.Node> nodes = new HashMap<>();
  private final Map<Family, BitSet> possible = new EnumMap<>(Family.class);

  NodeSets(
      Units units, List<Endpoint.Node> declared, Map<Family, AddressAtoms> atoms, Cluster cluster) {
    this.units = units;
    declared.forEach(node -> nodes.putIfAbsent(node.name(), node));
    atoms.forEach(
        (family, some) -> {
          BitSet bits = some.indexesIn(cluster.nodeAddresses(family));
          addresses(declared).stream()
              .filter(set -> set.family() == family)
              .forEach(set -> bits.or(some.indexesIn(set)));
          possible.put(family, bits);
        });
  }

  /** The addresses of {@code nodes}, each as a set. */
  static List<AddressSet> addresses(List<Endpoint.Node> nodes) {
    List<AddressSet> sets = new ArrayList<>();
    for (Endpoint.Node node : nodes) {
      for (IpAddress address : node.addresses()) {
        sets.add(AddressSet.ofCidrs(address.family(), List.of(Cidr.only(address))));
      }
    }
    return sets;
  }

  /** Who may be a node with {@code labels} if {@code permissive}, else who must. */
  Ints with(Selector labels, boolean permissive) {
    Ints found = new Ints();
    for (int u = 0; u < units.size(); u++) {
      if (matches(units.get(u), labels, permissive)) {
        found.add(u);
      }
    }
    return found;
  }

  private boolean matches(Unit unit, Selector labels, boolean permissive) {
    return switch (unit.kind()) {
      case NODE -> hasLabels(unit.node(), labels, permissive);
      case POD -> unit.hostNetwork() && hasLabels(unit.node(), labels, permissive);
      case ADDRESS -> permissive && mayBeNode(unit);
    };
  }

  private boolean hasLabels(String name, Selector labels, boolean unknown) {
    Endpoint.Node node = nodes.get(name);
    return node == null ? unknown : labels.matches(node.labels());
  }

  private boolean mayBeNode(Unit unit) {
    return possible.entrySet().stream()
        .anyMatch(entry -> unit.atoms(entry.getKey()).stream().anyMatch(entry.getValue()::get));
  }
}
