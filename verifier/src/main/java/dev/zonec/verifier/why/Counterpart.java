package dev.zonec.verifier.why;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.IpBlock;
import dev.zonec.verifier.policy.Peer;
import dev.zonec.verifier.policy.cluster.ClusterPeer;
import dev.zonec.verifier.world.Workload;
import dev.zonec.verifier.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The peer that stands for the other end of a connection and for as little else as possible.
 *
 * @param world whose other workloads it should leave out
 * @param other the other end
 */
record Counterpart(World world, Endpoint other) {
  /** As a peer of a NetworkPolicy in {@code namespace}; none for a node. */
  Optional<Peer> peer(String namespace, Span site) {
    return switch (other) {
      case Endpoint.Pod pod -> {
        Peer.Namespaces in =
            pod.namespace().name().equals(namespace)
                ? new Peer.Namespaces.Own()
                : new Peer.Namespaces.Matching(byName(pod.namespace()));
        yield Optional.of(new Peer.Pods(in, pods(pod), site));
      }
      case Endpoint.External(IpAddress address) ->
          Optional.of(new Peer.Block(new IpBlock(Cidr.only(address), List.of()), site));
      case Endpoint.Node node -> Optional.empty();
    };
  }

  /** As a peer of a cluster-scoped policy; ingress rules have none for addresses. */
  Optional<ClusterPeer> clusterPeer(boolean incoming, Span site) {
    return switch (other) {
      case Endpoint.Pod pod ->
          Optional.of(new ClusterPeer.Pods(byName(pod.namespace()), pods(pod), site));
      case Endpoint.External(IpAddress address) ->
          incoming
              ? Optional.empty()
              : Optional.of(new ClusterPeer.Networks(List.of(Cidr.only(address)), site));
      case Endpoint.Node node -> Optional.empty();
    };
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
