package dev.zonec.compiler.resolve;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.label.Selector;
import java.util.List;

/**
 * A {@code foreach} statement. Its flows and assertions are among those of the program.
 *
 * @param namespaces the selector of its namespaces
 * @param zones the names of its zones; the first one is the zone of all pods of a namespace
 * @param span the name for all pods of a namespace
 */
public record ForeachDeclaration(Selector namespaces, List<String> zones, Span span) {
  /** Copies the names. */
  public ForeachDeclaration {
    zones = List.copyOf(zones);
  }

  /** Whether {@code party} is one of its zones, or a part of one. */
  public boolean has(PartyDeclaration party) {
    return party.whole() instanceof PartyDeclaration.Zone zone && zones.contains(zone.name());
  }
}
