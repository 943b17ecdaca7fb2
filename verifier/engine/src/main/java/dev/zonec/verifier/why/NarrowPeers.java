package dev.zonec.verifier.why;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The peers that stand for the other end of a connection and for as little else as possible.
 *
 * @param world whose other workloads they should leave out
 * @param other the other end
 * @param blocks the addresses that have to be let in, where it is no pod or not seen as one
 */
record NarrowPeers(World world, Endpoint other, List<Cidr> blocks) {
  /** As peers of a NetworkPolicy in {@code namespace}; none if nothing is known that tells them. */
  List<Peer> peers(String namespace, Span span) {
    List<Peer> peers = new ArrayList<>();
    if (other instanceof Endpoint.Pod pod && blocks.isEmpty()) {
      Peer.Namespaces in =
          pod.namespace().name().equals(namespace)
              ? new Peer.Namespaces.Own()
              : new Peer.Namespaces.Matching(byName(pod.namespace()));
      peers.add(new Peer.Pods(in, pods(pod), span));
    }
    for (Cidr block : blocks) {
      peers.add(new Peer.Block(new IpBlock(block, List.of()), span));
    }
    return peers;
  }

  /** As peers of a cluster-scoped policy; ingress rules have none for addresses. */
  List<ClusterPeer> clusterPeers(boolean incoming, Span span) {
    if (other instanceof Endpoint.Pod pod && blocks.isEmpty()) {
      return List.of(new ClusterPeer.Pods(byName(pod.namespace()), pods(pod), span));
    }
    return incoming || blocks.isEmpty()
        ? List.of()
        : List.of(new ClusterPeer.Networks(blocks, span));
  }

  private static Selector byName(Namespace namespace) {
    return new Selector(List.of(is(Namespace.NAME_LABEL, namespace.name())));
  }

  private static Requirement is(String key, String value) {
    return new Requirement.In(key, new TreeSet<>(List.of(value)));
  }

  /** One label if one tells the pod from the other workloads of its namespace; else all of them. */
  private Selector pods(Endpoint.Pod pod) {
    List<Requirement> all = new ArrayList<>();
    for (Map.Entry<String, String> label : pod.labels().entrySet()) {
      Requirement one = is(label.getKey(), label.getValue());
      if (isOnly(pod, one)) {
        return new Selector(List.of(one));
      }
      all.add(one);
    }
    return new Selector(all);
  }

  private boolean isOnly(Endpoint.Pod pod, Requirement label) {
    return world.workloads().stream()
        .map(Workload::pod)
        .filter(each -> each.namespace().name().equals(pod.namespace().name()))
        .filter(each -> !each.isSame(pod))
        .noneMatch(each -> label.matches(each.labels()));
  }
}
