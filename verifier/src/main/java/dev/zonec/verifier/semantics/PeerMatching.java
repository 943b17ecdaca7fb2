package dev.zonec.verifier.semantics;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.policy.Peer;
import dev.zonec.verifier.policy.Policy;
import java.util.List;
import java.util.Optional;

/**
 * Whether a rule's peer matches the other end.
 *
 * @param reading how undefined points are resolved
 * @param cluster where pods may have addresses that are not known
 * @param family the connection's address family
 */
record PeerMatching(Reading reading, Cluster cluster, Family family) {
  boolean matchesPod(Policy policy, Peer peer, Endpoint.Pod other) {
    return switch (peer) {
      case Peer.Pods(Peer.Namespaces.Own own, Selector pods, var site) ->
          policy.namespace().equals(other.namespace().name()) && pods.matches(other.labels());
      case Peer.Pods(Peer.Namespaces.Matching(Selector labels), Selector pods, var site) ->
          matches(labels, other.namespace()) && pods.matches(other.labels());
      case Peer.Block(IpBlock block, var site) ->
          reading.isPermissive(Knob.IPBLOCK_MATCHES_PODS) && mayLieIn(block, other);
    };
  }

  /** Addresses and nodes, and host-network pods that are seen as nodes. */
  boolean matchesAddress(Peer peer, Endpoint other) {
    if (!(peer instanceof Peer.Block(IpBlock block, var site))) {
      return false;
    }
    List<IpAddress> addresses =
        switch (other) {
          case Endpoint.External external -> List.of(external.address());
          case Endpoint.Node node -> node.addresses();
          case Endpoint.Pod pod -> pod.addresses();
        };
    return addresses.stream().filter(a -> a.family() == family).anyMatch(block::contains);
  }

  private boolean mayLieIn(IpBlock block, Endpoint.Pod pod) {
    if (block.cidr().family() != family) {
      return false;
    }
    Optional<IpAddress> known =
        pod.addresses().stream().filter(a -> a.family() == family).findFirst();
    return known
        .map(block::contains)
        .orElseGet(
            () ->
                reading.permissive()
                    && AddressSet.of(family, List.of(block))
                        .overlaps(cluster.podAddresses(family)));
  }

  private boolean matches(Selector selector, Namespace namespace) {
    return selector.requirements().stream()
        .allMatch(
            requirement ->
                isKnown(requirement, namespace)
                    ? requirement.matches(namespace.labels())
                    : reading.permissive());
  }

  private static boolean isKnown(Requirement requirement, Namespace namespace) {
    return namespace.declared() || namespace.labels().containsKey(requirement.key());
  }
}
