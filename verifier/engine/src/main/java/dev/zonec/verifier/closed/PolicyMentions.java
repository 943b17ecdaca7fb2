package dev.zonec.verifier.closed;

import dev.zonec.kubernetes.rules.Ends;
import dev.zonec.kubernetes.rules.NamespaceSet;
import dev.zonec.kubernetes.rules.PolicySet;
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

  /** Returns the mentions of all policies in {@code rules}. */
  static PolicyMentions of(PolicySet rules) {
    PolicyMentions mentions = new PolicyMentions();
    rules.ends().forEach(mentions::add);
    rules.ports().forEach(port -> mentions.add(port.clause()));
    return mentions;
  }

  private void add(Ends ends) {
    switch (ends) {
      case Ends.Pods(NamespaceSet in, Selector selector, var site) -> {
        pods.add(selector);
        if (in instanceof NamespaceSet.Matching(Selector labels)) {
          namespaces.add(labels);
        }
      }
      case Ends.Addresses addresses -> blocks.addAll(addresses.blocks());
      case Ends.Nodes mentioned -> nodes.add(mentioned.labels());
      // These distinguish nothing but nodes, which are always distinguished.
      case Ends.Anyone anyone -> {}
      case Ends.OwnNode own -> {}
      case Ends.DomainNames domains -> {}
    }
  }

  /** Adds the port range or port name of {@code clause}. */
  void add(PortClause clause) {
    switch (clause) {
      case PortClause.AllPorts all -> {}
      case PortClause.Numbered numbered -> ranges.add(numbered);
      case PortClause.Named named -> names.add(named);
    }
  }
}
