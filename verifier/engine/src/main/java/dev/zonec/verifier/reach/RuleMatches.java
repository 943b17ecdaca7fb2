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
 * What rules match, as sides. Searches are about connections of protocols with ports, between pods
 * on the pod network or between such a pod and an address.
 *
 * @param space the boxes' space
 * @param enforcement how open points are resolved
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

  /** Returns what {@code rule} matches at {@code subject}: possibly, or for certain. */
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
        // Searches take nodes out: no end is one.
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

  /** Adds a side a family, however many blocks there are: a box holds any set of addresses. */
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
