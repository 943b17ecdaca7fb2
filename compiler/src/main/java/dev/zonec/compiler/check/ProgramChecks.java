package dev.zonec.compiler.check;

import dev.zonec.compiler.lower.LoweredProgram;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.ResolvedProgram;

/** Runs every check. */
public final class ProgramChecks {
  private ProgramChecks() {}

  /**
   * Runs every check and reports the problems.
   *
   * @param resolved the program with resolved names
   * @param lowered its model
   */
  public static void run(ResolvedProgram resolved, LoweredProgram lowered, Problems problems) {
    UnsatisfiableZones.check(lowered, problems);
    DisjointZones.check(resolved, lowered, problems);
    OverlappingZones.check(lowered, problems);
    ZonesWithoutNamespace.check(resolved, lowered, problems);
    NegativeSelectors.check(resolved, problems);
    WordsForEveryPod.check(resolved, problems);
    GovernedExternals.check(lowered, problems);
    ZoneDefaults.check(lowered, problems);
    FlowsToAny.check(resolved, problems);
    ServiceAddresses.check(resolved, problems);
    OpenFlows.check(resolved, lowered, problems);
    MixedExceptions.check(lowered, problems);
  }
}
