package dev.zonec.verifier.closed;

import dev.zonec.kubernetes.policy.mention.Mention;
import dev.zonec.kubernetes.policy.mention.Mentions;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.net.PortClause;
import java.util.LinkedHashSet;
import java.util.Set;

/** The selectors, blocks and ports that policies mention, without duplicates. */
final class PolicyMentions {
  final Set<Selector> pods = new LinkedHashSet<>();
  final Set<Selector> namespaces = new LinkedHashSet<>();
  final Set<IpBlock> blocks = new LinkedHashSet<>();
  final Set<PortClause.Numbered> ranges = new LinkedHashSet<>();
  final Set<PortClause.Named> names = new LinkedHashSet<>();
  final Set<Selector> nodes = new LinkedHashSet<>();

  static PolicyMentions of(World world) {
    PolicyMentions mentions = new PolicyMentions();
    world.policies().forEach(policy -> Mentions.of(policy).forEach(mentions::add));
    world.clusterPolicies().forEach(policy -> Mentions.of(policy).forEach(mentions::add));
    return mentions;
  }

  private void add(Mention mention) {
    switch (mention) {
      case Mention.Pods(Mention.Namespaces in, Selector selector, var site) -> {
        pods.add(selector);
        if (in instanceof Mention.Namespaces.Matching(Selector labels)) {
          namespaces.add(labels);
        }
      }
      case Mention.Blocks mentioned -> blocks.addAll(mentioned.blocks());
      case Mention.Nodes mentioned -> nodes.add(mentioned.labels());
      case Mention.Ports ports -> add(ports.clause());
    }
  }

  void add(PortClause clause) {
    switch (clause) {
      case PortClause.AllPorts all -> {}
      case PortClause.Numbered numbered -> ranges.add(numbered);
      case PortClause.Named named -> names.add(named);
    }
  }
}
