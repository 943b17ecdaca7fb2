package dev.zonec.verifier.closed.equivalence;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.closed.bits.IntList;
import dev.zonec.verifier.closed.endpoint.EndpointSignature;
import dev.zonec.verifier.closed.endpoint.EndpointSignatures;
import dev.zonec.verifier.quotient.AddressAtoms;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the signatures of nodes with given labels, and of pods on the network of such nodes. A
 * cluster can have undeclared nodes: a host-network pod may be on one, and an address may belong to
 * one.
 */
public final class NodeMatcher {
  private final EndpointSignatures signatures;
  private final Map<String, Endpoint.Node> nodes = new HashMap<>();
  private final Map<Family, BitSet> possible = new EnumMap<>(Family.class);

  /**
   * Creates a matcher for the {@code declared} nodes, and for undeclared nodes at the addresses
   * that {@code cluster} leaves possible.
   */
  public NodeMatcher(
      EndpointSignatures signatures,
      List<Endpoint.Node> declared,
      Map<Family, AddressAtoms> atoms,
      Cluster cluster) {
    this.signatures = signatures;
    declared.forEach(node -> nodes.putIfAbsent(node.name(), node));
    atoms.forEach(
        (family, atomsOfFamily) -> {
          BitSet bits = atomsOfFamily.indexesIn(cluster.nodeAddresses(family));
          addresses(declared).stream()
              .filter(set -> set.family() == family)
              .forEach(set -> bits.or(atomsOfFamily.indexesIn(set)));
          possible.put(family, bits);
        });
  }

  /** Returns each address of {@code nodes} as a set. */
  public static List<AddressSet> addresses(List<Endpoint.Node> nodes) {
    List<AddressSet> sets = new ArrayList<>();
    for (Endpoint.Node node : nodes) {
      for (IpAddress address : node.addresses()) {
        sets.add(AddressSet.ofCidrs(address.family(), List.of(Cidr.only(address))));
      }
    }
    return sets;
  }

  /**
   * Returns the signatures of endpoints that may be a node with {@code labels} if {@code
   * permissive}, and otherwise of endpoints that certainly are.
   */
  public IntList with(Selector labels, boolean permissive) {
    IntList found = new IntList();
    for (int s = 0; s < signatures.size(); s++) {
      if (matches(signatures.get(s), labels, permissive)) {
        found.add(s);
      }
    }
    return found;
  }

  private boolean matches(EndpointSignature signature, Selector labels, boolean permissive) {
    return switch (signature.kind()) {
      case NODE -> hasLabels(signature.node(), labels, permissive);
      case POD -> signature.hostNetwork() && hasLabels(signature.node(), labels, permissive);
      case ADDRESS -> permissive && mayBeNode(signature);
    };
  }

  private boolean hasLabels(String name, Selector labels, boolean unknown) {
    Endpoint.Node node = nodes.get(name);
    return node == null ? unknown : labels.matches(node.labels());
  }

  private boolean mayBeNode(EndpointSignature signature) {
    return possible.entrySet().stream()
        .anyMatch(
            entry -> signature.atoms(entry.getKey()).stream().anyMatch(entry.getValue()::get));
  }
}
