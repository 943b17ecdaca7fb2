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
 * Builds peers for a new rule, which no manifest contains, that match one end of a connection and
 * as few other pods as possible.
 *
 * @param world the world; the peers should not match its other workloads
 * @param other the end to match
 * @param blocks the address blocks to match if the end is not a pod, or if selectors do not match
 *     it; otherwise empty
 */
record NarrowPeers(World world, Endpoint other, List<Cidr> blocks) {
  /**
   * Returns peers of a NetworkPolicy in {@code namespace}; empty if no known fact identifies the
   * end.
   */
  List<Peer> peers(String namespace) {
    List<Peer> peers = new ArrayList<>();
    if (other instanceof Endpoint.Pod pod && blocks.isEmpty()) {
      Peer.Namespaces in =
          pod.namespace().name().equals(namespace)
              ? new Peer.Namespaces.Own()
              : new Peer.Namespaces.Matching(byName(pod.namespace()));
      peers.add(new Peer.Pods(in, pods(pod), Span.NOWHERE));
    }
    for (Cidr block : blocks) {
      peers.add(new Peer.Block(new IpBlock(block, List.of()), Span.NOWHERE));
    }
    return peers;
  }

  /**
   * Returns peers of a cluster-scoped policy; empty for addresses in ingress rules, which cannot
   * match them.
   */
  List<ClusterPeer> clusterPeers(boolean incoming) {
    if (other instanceof Endpoint.Pod pod && blocks.isEmpty()) {
      return List.of(new ClusterPeer.Pods(byName(pod.namespace()), pods(pod), Span.NOWHERE));
    }
    return incoming || blocks.isEmpty()
        ? List.of()
        : List.of(new ClusterPeer.Networks(blocks, Span.NOWHERE));
  }

  private static Selector byName(Namespace namespace) {
    return new Selector(List.of(equalTo(Namespace.NAME_LABEL, namespace.name())));
  }

  private static Requirement equalTo(String key, String value) {
    return new Requirement.In(key, new TreeSet<>(List.of(value)));
  }

  /**
   * Returns a single label if it distinguishes the pod from the other workloads of its namespace,
   * and otherwise all labels.
   */
  private Selector pods(Endpoint.Pod pod) {
    List<Requirement> all = new ArrayList<>();
    for (Map.Entry<String, String> label : pod.labels().entrySet()) {
      Requirement one = equalTo(label.getKey(), label.getValue());
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
