package dev.zonec.checker.deployed;

import dev.zonec.checker.claim.CheckedRun;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the policies at an end can tell about other ends. Ends with the same view get the same
 * decision from these policies, so one of them is evaluated for all.
 */
final class Views {
  /** The pods that a peer selects: in {@code namespace}, or in all that match. */
  private record Selected(String namespace, Selector namespaces, Selector pods) {
    boolean contains(Endpoint.Pod pod) {
      return (namespace.isEmpty()
              ? namespaces.matches(pod.namespace().labels())
              : namespace.equals(pod.namespace().name()))
          && pods.matches(pod.labels());
    }
  }

  /**
   * What the policies see.
   *
   * @param peers the peers that select the end
   * @param pod whether it is a pod
   * @param family the family of the connection
   * @param address the blocks that contain its address
   * @param ports the port names of the destination
   */
  record View(BitSet peers, boolean pod, Family family, BitSet address, List<NamedPort> ports) {}

  private final AddressKinds kinds;
  private final List<Selected> selected;

  private Views(AddressKinds kinds, Set<Selected> selected) {
    this.kinds = kinds;
    this.selected = List.copyOf(selected);
  }

  /** Returns the views of {@code policies} and all cluster-scoped policies, in a direction. */
  static Views of(CheckedRun run, List<Policy> policies, Direction direction, AddressKinds kinds) {
    Set<Selected> selected = new LinkedHashSet<>();
    for (Policy policy : policies) {
      policy.rules(direction).stream()
          .flatMap(rule -> rule.peers().stream())
          .forEach(
              peer -> {
                if (peer instanceof Peer.Pods(Peer.Namespaces in, Selector pods, var span)) {
                  selected.add(
                      switch (in) {
                        case Peer.Namespaces.Own own ->
                            new Selected(policy.namespace(), Selector.EVERYTHING, pods);
                        case Peer.Namespaces.Matching(Selector labels) ->
                            new Selected("", labels, pods);
                      });
                }
              });
    }
    for (ClusterPolicy policy : run.world().clusterPolicies()) {
      policy.rules(direction).stream()
          .flatMap(rule -> rule.peers().stream())
          .forEach(
              peer -> {
                if (peer instanceof ClusterPeer.Pods(Selector in, Selector pods, var span)) {
                  selected.add(new Selected("", in, pods));
                }
              });
    }
    return new Views(kinds, selected);
  }

  /**
   * Returns what the policies see of {@code other}.
   *
   * @param ports the port names of the destination that they can see
   */
  View of(Endpoint other, Family family, List<NamedPort> ports) {
    BitSet peers = new BitSet();
    BitSet address = new BitSet();
    switch (other) {
      case Endpoint.Pod pod -> {
        for (int i = 0; i < selected.size(); i++) {
          peers.set(i, selected.get(i).contains(pod));
        }
        pod.addresses().stream()
            .filter(each -> each.family() == family)
            .forEach(each -> address.or(kinds.kind(each)));
      }
      case Endpoint.External(IpAddress outside) -> address.or(kinds.kind(outside));
      case Endpoint.Node node -> throw new IllegalArgumentException("not listed: " + node);
    }
    return new View(peers, other instanceof Endpoint.Pod, family, address, new ArrayList<>(ports));
  }
}
