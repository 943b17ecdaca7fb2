package dev.zonec.compiler.resolve;

import dev.zonec.model.net.PortClause;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The names that a module declares, for modules that import it.
 *
 * @param module the name of the module
 * @param parties its zones and externals
 * @param services the ports of its services; empty if all terms of a service are malformed
 */
record ModuleNames(
    String module,
    SortedMap<String, PartyDeclaration> parties,
    SortedMap<String, Set<PortClause>> services) {
  /** Copies the maps. */
  ModuleNames {
    parties = Collections.unmodifiableSortedMap(new TreeMap<>(parties));
    services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
  }

  /** Returns the parties with qualified names such as {@code base.web}. */
  Map<String, PartyDeclaration> partiesAs(String alias) {
    Map<String, PartyDeclaration> named = new TreeMap<>();
    parties.values().forEach(party -> named.put(alias + "." + party.name(), as(alias, party)));
    return named;
  }

  private static PartyDeclaration as(String alias, PartyDeclaration party) {
    String name = alias + "." + party.name();
    return switch (party) {
      case PartyDeclaration.Zone z ->
          new PartyDeclaration.Imported(
              new PartyDeclaration.Zone(
                  name, z.nesting(), z.tier(), z.pods(), z.ingress(), z.egress(), z.span()));
      case PartyDeclaration.Addresses a ->
          new PartyDeclaration.Addresses(name, a.blocks(), a.relay(), a.open(), a.span());
      case PartyDeclaration.ForeignPods f ->
          new PartyDeclaration.ForeignPods(name, f.pods(), f.relay(), f.span());
      case PartyDeclaration.Imported i ->
          throw new IllegalArgumentException("a party of another module: " + i.name());
      case PartyDeclaration.Other other ->
          throw new IllegalArgumentException("a party that no module declares: " + other.name());
      case PartyDeclaration.Except part ->
          throw new IllegalArgumentException("a party that no module declares: " + part.name());
      case PartyDeclaration.Anyone anyone ->
          throw new IllegalArgumentException("a party that no module declares: " + anyone.name());
    };
  }
}
