package dev.zonec.model.program;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.label.Selector;
import java.util.List;

/**
 * A {@code foreach} statement: zones, flows and claims that apply to each of many namespaces
 * separately.
 *
 * <p>The zones of a pattern are zones of the program and contain pods of all these namespaces. In a
 * flow or claim of the pattern, they stand for the pods of one namespace, which is the same for all
 * zones of the flow or claim.
 *
 * @param namespaces the selector of the namespaces
 * @param zones the zones of the pattern: first the zone of all pods, then the declared zones and
 *     the parts of them that flows and claims name
 * @param flows the flows between two zones of the pattern; other flows of the block are flows of
 *     the program
 * @param claims the assertions about zones of the pattern; a zone called {@code other x} stands for
 *     x in the other namespaces
 * @param span the name for all pods of a namespace
 */
public record Pattern(
    Selector namespaces,
    List<Party.Zone> zones,
    List<Flow> flows,
    List<Assertion> claims,
    Span span) {
  /** The prefix of the name of a zone that stands for its pods in the other namespaces. */
  public static final String OTHER = "other ";

  /** Copies the lists. */
  public Pattern {
    zones = List.copyOf(zones);
    flows = List.copyOf(flows);
    claims = List.copyOf(claims);
  }

  /** Whether {@code party} is a zone of the pattern. */
  public boolean has(Party party) {
    return party instanceof Party.Zone
        && zones.stream().anyMatch(zone -> zone.name().equals(party.name()));
  }
}
