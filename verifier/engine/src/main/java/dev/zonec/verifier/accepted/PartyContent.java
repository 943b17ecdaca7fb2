package dev.zonec.verifier.accepted;

import dev.zonec.diagnostics.ContentHash;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import dev.zonec.model.program.PodSet.NamespaceSet;
import java.util.List;
import java.util.stream.Collectors;

/** The definition of a party as text, without its place, and with its terms in a fixed order. */
final class PartyContent {
  private PartyContent() {}

  /** Returns a hash of the definitions of parties that have one name. */
  static String hash(List<Party> parties) {
    return ContentHash.of(parties.stream().map(PartyContent::of).sorted().toArray(String[]::new));
  }

  private static String of(Party party) {
    return switch (party) {
      case Party.Zone zone -> "zone " + zone.denied() + " " + of(zone.pods());
      case Party.ForeignPods foreign -> "pods " + foreign.relay() + " " + of(foreign.pods());
      case Party.Addresses addresses ->
          "addresses " + addresses.relay() + " " + sorted(addresses.blocks());
      case Party.Others others -> "others " + of(others.pods()) + " " + sorted(others.blocks());
      case Party.Anyone anyone -> "any " + anyone.addresses();
    };
  }

  private static String of(PodSet pods) {
    return sorted(pods.terms().stream().map(PartyContent::of).toList());
  }

  private static String of(PodSet.Term term) {
    return sorted(term.pods().requirements())
        + " in "
        + switch (term.namespaces()) {
          case NamespaceSet.Named(var names, var labels) ->
              names + " with " + sorted(labels.requirements());
          case NamespaceSet.Selected(var labels) -> "all with " + sorted(labels.requirements());
        };
  }

  private static String sorted(List<?> parts) {
    return parts.stream()
        .map(Object::toString)
        .sorted()
        .collect(Collectors.joining("; ", "(", ")"));
  }
}
