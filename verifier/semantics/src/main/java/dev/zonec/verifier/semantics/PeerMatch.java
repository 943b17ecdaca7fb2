package dev.zonec.verifier.semantics;

import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.program.Cluster;
import java.util.List;

/**
 * Decides whether a peer of a NetworkPolicy is the other end of a connection.
 *
 * <p>An unknown value (a label of an undeclared namespace, or an address) matches under MAY if some
 * value would match, and under MUST if every value would.
 *
 * @param reading the reading
 * @param cluster the ranges that an unknown address can be in
 * @param hostNetwork the treatment of pods on the host network
 * @param family the address family of the connection
 */
record PeerMatch(Reading reading, Cluster cluster, HostNetwork hostNetwork, Family family) {
  /** Whether {@code peer}, in a policy of {@code policyNamespace}, matches {@code other}. */
  boolean matches(Peer peer, String policyNamespace, Endpoint other) {
    return switch (peer) {
      case Peer.Pods pods -> matchesPods(pods, policyNamespace, other);
      case Peer.Block block -> matchesBlock(block.block(), other);
    };
  }

  /**
   * Whether a peer with selectors matches. Selectors match pods, never addresses (networking/v1
   * types.go).
   */
  private boolean matchesPods(Peer.Pods peer, String policyNamespace, Endpoint other) {
    return other instanceof Endpoint.Pod pod
        && !isSeenAsNode(pod)
        && inNamespaces(peer.namespaces(), policyNamespace, pod.namespace())
        && peer.pods().matches(pod.labels());
  }

  private boolean inNamespaces(
      Peer.Namespaces namespaces, String policyNamespace, Namespace namespace) {
    return switch (namespaces) {
      case Peer.Namespaces.Own own -> namespace.name().equals(policyNamespace);
      case Peer.Namespaces.Matching(Selector selector) ->
          NamespaceMatch.matches(selector, namespace).resolve(reading.permissive());
    };
  }

  private boolean matchesBlock(IpBlock block, Endpoint other) {
    boolean seenAsPod = other instanceof Endpoint.Pod && !isSeenAsNode(other);
    AddressSet set = AddressSet.of(family, List.of(block));
    return (!seenAsPod || reading.isPermissive(Knob.IPBLOCK_MATCHES_PODS))
        && new AddressMatch(cluster, family).matches(set, other).resolve(reading.permissive());
  }

  /** Whether {@code endpoint} is a pod that counts as its node. */
  boolean isSeenAsNode(Endpoint endpoint) {
    return hostNetwork == HostNetwork.NODE
        && endpoint instanceof Endpoint.Pod pod
        && pod.hostNetwork();
  }
}
