package dev.zonec.compiler.resolve;

import dev.zonec.diagnostics.Span;
import java.util.List;

/**
 * A {@code disjoint} statement.
 *
 * @param zones at least two different zones, each with a span for messages
 * @param span the statement
 */
public record DisjointDeclaration(List<ZoneUse> zones, Span span) {
  /** Copies the zones. */
  public DisjointDeclaration {
    zones = List.copyOf(zones);
  }

  /**
   * A zone, and the span that names it; for {@code children of}, the span of the outer zone's name.
   */
  public record ZoneUse(PartyDeclaration.Zone zone, Span span) {}
}
