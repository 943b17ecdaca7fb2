package dev.zonec.importer.plan;

import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/**
 * A program before its parts have names.
 *
 * @param zones each after the one around it
 * @param flows in the order of the policies
 * @param inexpressible what the language has no words for, each an error
 * @param ineffective what says nothing and is left out, each a warning
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
