package dev.zonec.model.program;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.label.Selector;
import java.util.List;

/**
 * What holds in each of many namespaces by itself: {@code foreach}.
 *
 * <p>Its zones are zones of the program, and hold the pods of all these namespaces. In its flows
 * and claims they stand for the pods of one namespace, the same for all of them.
 *
 * @param namespaces which namespaces
 * @param zones its zones, first the one of all pods, and the parts of them that flows and claims
 *     name
 * @param flows its flows between two of its zones; the others are flows of the program
 * @param claims its assertions about some of its zones; a zone that is named {@code other x} is x
 *     in the other namespaces
 * @param span the name for all pods of a namespace
 */
public record Pattern(
    Selector namespaces,
    List<Party.Zone> zones,
    List<Flow> flows,
    List<Assertion> claims,
    Span span) {
  /** What stands before the name of a zone for its pods in the other namespaces. */
  public static final String OTHER = "other ";

  /** Copies the lists. */
  public Pattern {
    zones = List.copyOf(zones);
    flows = List.copyOf(flows);
    claims = List.copyOf(claims);
  }

  /** Whether {@code party} is one of them. */
  public boolean has(Party party) {
    return party instanceof Party.Zone
        && zones.stream().anyMatch(zone -> zone.name().equals(party.name()));
  }
}
