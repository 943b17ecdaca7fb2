package dev.zonec.compiler.check;

import dev.zonec.compiler.label.Satisfiability;
import dev.zonec.compiler.lower.LoweredProgram;
import dev.zonec.compiler.lower.ZoneSelection;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.PartyDeclaration.Nesting;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import java.util.HashSet;
import java.util.Set;

/**
 * Rejects zones that no pod can be in. Such a zone protects nothing, and every assertion about it
 * holds.
 */
final class UnsatisfiableZones {
  private UnsatisfiableZones() {}

  static void check(LoweredProgram program, Problems problems) {
    Set<String> empty = new HashSet<>();
    for (ZoneSelection zone : program.zones()) {
      if (zone.zone().pods().terms().stream().anyMatch(Satisfiability::of)) {
        continue;
      }
      empty.add(zone.zone().name());
      switch (zone.declaration().nesting()) {
        case Nesting.TopLevel() -> report(zone, "its conditions exclude each other", problems);
        case Nesting.Inside(var parent) -> {
          // A zone nested in an empty zone is empty too. Only the outer zone is reported.
          if (!empty.contains(parent.name())) {
            String why = "its conditions and those of `" + parent.name() + "` exclude each other";
            report(zone, why, problems);
          }
        }
      }
    }
  }

  private static void report(ZoneSelection zone, String why, Problems problems) {
    String name = zone.zone().name();
    problems.add(
        Diagnostic.error(
                Code.ZC0209, zone.zone().span(), "no pod can be in the zone `" + name + "`")
            .labelled(why)
            .help("a comma is AND; for OR write a second `pods` line"));
  }
}
