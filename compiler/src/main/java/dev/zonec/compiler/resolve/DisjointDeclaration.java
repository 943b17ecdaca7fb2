package dev.zonec.compiler.resolve;

import dev.zonec.diagnostics.Span;
import java.util.List;

/**
 * A {@code disjoint} statement.
 *
 * @param zones two or more, all different, each with the place to speak of it at
 * @param span the statement
 */
public record DisjointDeclaration(List<ZoneUse> zones, Span span) {
  /** Copies the zones. */
  public DisjointDeclaration {
    zones = List.copyOf(zones);
  }

  /** A zone, and where the statement names it; where it names the zone around it, that. */
  public record ZoneUse(PartyDeclaration.Zone zone, Span span) {}
}
