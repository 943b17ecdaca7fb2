package dev.zonec.verifier.closed;

import dev.zonec.model.label.Selector;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.net.PortClause;
import dev.zonec.verifier.closed.equivalence.PeerSelector;
import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.policy.Peer;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.policy.PolicyPort;
import dev.zonec.verifier.policy.Rule;
import dev.zonec.verifier.policy.cluster.ClusterPeer;
import dev.zonec.verifier.policy.cluster.ClusterPolicy;
import dev.zonec.verifier.policy.cluster.ClusterRule;
import dev.zonec.verifier.world.World;
import java.util.LinkedHashSet;
import java.util.Set;

/** The selectors, blocks and ports that policies mention, without duplicates. */
public final class PolicyMentions {
  public final Set<Selector> pods = new LinkedHashSet<>();
  public final Set<Selector> namespaces = new LinkedHashSet<>();
  public final Set<IpBlock> blocks = new LinkedHashSet<>();
  final Set<PortClause.Numbered> ranges = new LinkedHashSet<>();
  public final Set<PortClause.Named> names = new LinkedHashSet<>();

  public final Set<Selector> nodes = new LinkedHashSet<>();

  public static PolicyMentions of(World world) {
    PolicyMentions asked = new PolicyMentions();
    for (Policy policy : world.policies()) {
      asked.pods.add(policy.subject());
      for (Direction direction : Direction.values()) {
        policy.rules(direction).forEach(asked::add);
      }
    }
    for (ClusterPolicy policy : world.clusterPolicies()) {
      asked.namespaces.add(policy.subject().namespaces());
      asked.pods.add(policy.subject().pods());
      for (Direction direction : Direction.values()) {
        policy.rules(direction).forEach(asked::add);
      }
    }
    return asked;
  }

  private void add(ClusterRule rule) {
    rule.peers().forEach(this::add);
    rule.ports().stream().map(PolicyPort::clause).forEach(this::add);
  }

  private void add(ClusterPeer peer) {
    switch (peer) {
      case ClusterPeer.Pods(Selector in, Selector selector, var site) -> {
        namespaces.add(in);
        pods.add(selector);
      }
      case ClusterPeer.Networks networks -> blocks.addAll(PeerSelector.of(networks, true).blocks());
      case ClusterPeer.Nodes(Selector labels, var site) -> nodes.add(labels);
      case ClusterPeer.DomainNames names -> {}
      case ClusterPeer.Unknown unknown -> {}
    }
  }

  private void add(Rule rule) {
    rule.peers().forEach(this::add);
    rule.ports().stream().map(PolicyPort::clause).forEach(this::add);
  }

  private void add(Peer peer) {
    switch (peer) {
      case Peer.Pods(Peer.Namespaces in, Selector selector, var site) -> {
        pods.add(selector);
        if (in instanceof Peer.Namespaces.Matching(Selector labels)) {
          namespaces.add(labels);
        }
      }
      case Peer.Block(IpBlock block, var site) -> blocks.add(block);
    }
  }

  public void add(PortClause clause) {
    switch (clause) {
      case PortClause.AllPorts all -> {}
      case PortClause.Numbered numbered -> ranges.add(numbered);
      case PortClause.Named named -> names.add(named);
    }
  }
}
