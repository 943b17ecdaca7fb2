package dev.zonec.compiler.emit;

import dev.zonec.compiler.label.Satisfiability;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import dev.zonec.model.program.PodSet.NamespaceSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/** Converts parties to peers of a rule. */
final class PartyPeers {
  private PartyPeers() {}

  /** Returns peers that together match exactly {@code party}, for a policy in {@code namespace}. */
  static List<PlannedPeer> of(Party party, String namespace) {
    return switch (party) {
      case Party.Zone zone -> pods(zone.pods(), namespace);
      case Party.ForeignPods foreign -> pods(foreign.pods(), namespace);
      case Party.Anyone anyone ->
          List.of(
              anyone.addresses()
                  ? new PlannedPeer.Anyone()
                  : new PlannedPeer.Pods(labelled(Selector.EVERYTHING), Selector.EVERYTHING));
      case Party.Others others -> {
        List<PlannedPeer> peers = new ArrayList<>(pods(others.pods(), namespace));
        others.blocks().forEach(block -> peers.add(new PlannedPeer.Block(block)));
        yield peers;
      }
      case Party.Addresses addresses ->
          addresses.blocks().stream()
              .map(block -> (PlannedPeer) new PlannedPeer.Block(block))
              .toList();
    };
  }

  /** Returns peers for the pods of {@code party} in the policy's own namespace. */
  static List<PlannedPeer> ofOwn(Party party) {
    return party instanceof Party.Zone zone
        ? zone.pods().terms().stream()
            .filter(Satisfiability::of)
            .map(
                term ->
                    (PlannedPeer)
                        new PlannedPeer.Pods(
                            new PlannedPeer.Namespaces.Own(),
                            LabelSelectors.canonical(term.pods())))
            .distinct()
            .toList()
        : List.of();
  }

  private static List<PlannedPeer> pods(PodSet set, String namespace) {
    return set.terms().stream()
        .filter(Satisfiability::of)
        .map(
            term ->
                (PlannedPeer)
                    new PlannedPeer.Pods(
                        namespaces(term.namespaces(), namespace),
                        LabelSelectors.canonical(term.pods())))
        .distinct()
        .toList();
  }

  private static PlannedPeer.Namespaces namespaces(NamespaceSet set, String own) {
    return switch (set) {
      case NamespaceSet.Named(SortedSet<String> names, Selector labels) ->
          labels.selectsEverything() && names.equals(Set.of(own))
              ? new PlannedPeer.Namespaces.Own()
              : labelled(
                  new Selector(List.of(new Requirement.In(Namespace.NAME_LABEL, names)))
                      .and(labels));
      case NamespaceSet.Selected(Selector labels) -> labelled(labels);
    };
  }

  private static PlannedPeer.Namespaces labelled(Selector labels) {
    return new PlannedPeer.Namespaces.Labelled(LabelSelectors.canonical(labels));
  }
}
