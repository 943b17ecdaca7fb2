package dev.zonec.verifier.reach;

import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.rules.Chain;
import dev.zonec.kubernetes.rules.ChainRule;
import dev.zonec.kubernetes.rules.Ends;
import dev.zonec.kubernetes.rules.NamespaceSet;
import dev.zonec.kubernetes.rules.Traffic;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.net.PortSet;
import dev.zonec.verifier.quotient.Bits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The connections that a rule matches, as boxes.
 *
 * <p>Searches are about connections with a protocol that has ports, between two pods on the pod
 * network or between such a pod and an address outside the cluster.
 *
 * @param space the space of the boxes
 * @param enforcement the reading that resolves open points
 */
record RuleMatches(BoxSpace space, Enforcement enforcement) {
  /** Returns the pods that {@code chain} applies to. */
  Optional<Box.Pods> subject(Chain chain) {
    return pods(chain.subject());
  }

  private Optional<Box.Pods> pods(Ends.Pods pods) {
    return switch (pods.namespaces()) {
      case NamespaceSet.Named(String name) ->
          space.pods(
              Bits.of(space.vocabulary().namespaceIndex(name)), Selector.EVERYTHING, pods.pods());
      case NamespaceSet.Matching(Selector labels) ->
          space.pods(Bits.all(space.vocabulary().namespaceCount()), labels, pods.pods());
    };
  }

  /**
   * Returns the connections of {@code subject} that {@code rule} matches.
   *
   * @param possibly whether to include connections that the rule may match, depending on the
   *     addresses of nodes and the meaning of domain names; if not, the result contains only
   *     connections that it certainly matches
   */
  List<ConnectionBox> boxes(Box subject, ChainRule rule, boolean possibly) {
    List<ConnectionBox> out = new ArrayList<>();
    if (!rule.existsUnder(enforcement.reading()) || rule.traffic() instanceof Traffic.Portless) {
      return out;
    }
    List<PortBox> ports = ports(rule.traffic());
    List<IpBlock> blocks = new ArrayList<>();
    List<IpBlock> blocksWithPods = new ArrayList<>();
    for (Ends peer : rule.peers()) {
      switch (peer) {
        case Ends.Anyone anyone ->
            out.add(new ConnectionBox(subject, new Box.Everything(), ports, ConnectionBox.EITHER));
        case Ends.Pods pods ->
            pods(pods)
                .ifPresent(
                    box -> out.add(new ConnectionBox(subject, box, ports, ConnectionBox.EITHER)));
        case Ends.Addresses addresses -> {
          blocks.addAll(addresses.blocks());
          if (enforcement.includePods(addresses)) {
            blocksWithPods.addAll(addresses.blocks());
          }
        }
        case Ends.Nodes nodes -> {
          if (possibly) {
            addNodes(subject, ports, out);
          }
        }
        // No end in a search is the own node of a pod.
        case Ends.OwnNode own -> {}
        case Ends.DomainNames names -> {
          if (possibly) {
            out.add(new ConnectionBox(subject, new Box.Everything(), ports, ConnectionBox.EITHER));
          }
        }
      }
    }
    addBlocks(subject, ports, blocks, blocksWithPods, out);
    return out;
  }

  /**
   * Adds one box for each family, however many address blocks there are, because a box can contain
   * any set of atoms.
   */
  private void addBlocks(
      Box subject,
      List<PortBox> ports,
      List<IpBlock> blocks,
      List<IpBlock> blocksWithPods,
      List<ConnectionBox> out) {
    for (Family family : Family.values()) {
      Set<Family> only = Set.of(family);
      space
          .addresses(family, blocks)
          .ifPresent(box -> out.add(new ConnectionBox(subject, box, ports, only)));
      space
          .podsIn(family, blocksWithPods)
          .ifPresent(box -> out.add(new ConnectionBox(subject, box, ports, only)));
    }
  }

  private void addNodes(Box subject, List<PortBox> ports, List<ConnectionBox> out) {
    for (Family family : Family.values()) {
      AddressSet addresses = enforcement.nodeAddresses(family, space.vocabulary().cluster());
      Bits atoms =
          space.vocabulary().atoms(addresses).and(space.vocabulary().externalAtoms(family));
      if (!atoms.isEmpty()) {
        out.add(
            new ConnectionBox(subject, new Box.Addresses(family, atoms), ports, Set.of(family)));
      }
    }
  }

  private static List<PortBox> ports(Traffic traffic) {
    return switch (traffic) {
      case Traffic.Everything everything -> PortBox.ANY;
      case Traffic.EveryPort every -> PortBox.ANY;
      case Traffic.Portless portless -> List.of();
      case Traffic.Listed(List<PolicyPort> ports) ->
          new PortSet.Some(ports.stream().map(PolicyPort::clause).toList())
              .clauses().stream().map(PortBox::of).toList();
    };
  }
}
