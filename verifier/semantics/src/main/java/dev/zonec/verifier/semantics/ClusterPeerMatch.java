package dev.zonec.verifier.semantics;

import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.program.Cluster;
import java.util.List;

/**
 * Decides whether a peer of a cluster-scoped policy is the other end of a connection.
 *
 * <p>Such a peer never matches a pod on the host network as a pod, only by the addresses of its
 * node (clusternetworkpolicy_types.go).
 *
 * @param cluster the ranges that an unknown address can be in
 * @param nodes the declared nodes; there may be others
 * @param family the address family of the connection
 */
record ClusterPeerMatch(Cluster cluster, List<Endpoint.Node> nodes, Family family) {
  Certainty matches(ClusterPeer peer, Endpoint other) {
    return switch (peer) {
      case ClusterPeer.Pods pods -> matchesPods(pods, other);
      case ClusterPeer.Networks networks ->
          new AddressMatch(cluster, family)
              .matches(AddressSet.ofCidrs(family, networks.blocks()), other);
      case ClusterPeer.Nodes selected -> matchesNodes(selected, other);
      // A domain name can stand for any address at any time.
      case ClusterPeer.DomainNames names -> Certainty.MAYBE;
      case ClusterPeer.Unknown unknown -> Certainty.MAYBE;
    };
  }

  private static Certainty matchesPods(ClusterPeer.Pods peer, Endpoint other) {
    return other instanceof Endpoint.Pod pod
            && !pod.hostNetwork()
            && peer.pods().matches(pod.labels())
        ? NamespaceMatch.matches(peer.namespaces(), pod.namespace())
        : Certainty.NO;
  }

  private Certainty matchesNodes(ClusterPeer.Nodes peer, Endpoint other) {
    return switch (other) {
      case Endpoint.Node node -> Certainty.of(peer.labels().matches(node.labels()));
      case Endpoint.Pod pod ->
          pod.hostNetwork()
              ? nodes.stream()
                  .filter(node -> node.name().equals(pod.node()))
                  .map(node -> Certainty.of(peer.labels().matches(node.labels())))
                  .findFirst()
                  .orElse(Certainty.MAYBE)
              : Certainty.NO;
      case Endpoint.External(IpAddress address) ->
          mayBeNode(address) ? Certainty.MAYBE : Certainty.NO;
    };
  }

  /** Whether an address outside the cluster could belong to a node that no manifest declares. */
  private boolean mayBeNode(IpAddress address) {
    return cluster.nodeAddresses(address.family()).contains(address)
        || nodes.stream().anyMatch(node -> node.addresses().contains(address));
  }
}
