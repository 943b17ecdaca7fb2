package dev.zonec.importer.plan;

import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/**
 * A program whose parts have no names yet.
 *
 * @param zones the zones, each after the zone that contains it
 * @param flows the flows, in the order of the policies
 * @param inexpressible an error for each rule that the language cannot express
 * @param ineffective a warning for each rule that has no effect and is left out
 */
public record Plan(
    List<PlannedZone> zones,
    List<PlannedFlow> flows,
    List<Diagnostic> inexpressible,
    List<Diagnostic> ineffective) {
  /** Copies the lists. */
  public Plan {
    zones = List.copyOf(zones);
    flows = List.copyOf(flows);
    inexpressible = List.copyOf(inexpressible);
    ineffective = List.copyOf(ineffective);
  }
}
