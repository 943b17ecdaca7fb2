package dev.zonec.compiler.check;

import dev.zonec.compiler.lower.LoweredProgram;
import dev.zonec.compiler.lower.ZoneSelection;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.PartyDeclaration;
import dev.zonec.compiler.resolve.PartyDeclaration.Nesting;
import dev.zonec.compiler.resolve.PartyDeclaration.Stance;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.model.program.Defaults;
import dev.zonec.model.program.Party;
import java.util.HashMap;
import java.util.Map;

/**
 * Rejects a zone's {@code ingress allow} or {@code egress allow} that can have no effect. Policies
 * can only isolate, so a zone cannot allow what its outer zone or the default deny of its namespace
 * denies.
 */
final class ZoneDefaults {
  private final Defaults defaults;
  private final Map<String, Party.Denied> denied = new HashMap<>();
  private final Problems problems;

  private ZoneDefaults(LoweredProgram program, Problems problems) {
    this.defaults = program.program().defaults();
    this.problems = problems;
    for (ZoneSelection zone : program.zones()) {
      denied.put(zone.zone().name(), zone.zone().denied());
    }
  }

  static void check(LoweredProgram program, Problems problems) {
    ZoneDefaults check = new ZoneDefaults(program, problems);
    for (ZoneSelection zone : program.zones()) {
      PartyDeclaration.Zone declared = zone.declaration();
      check.check(declared, "ingress", declared.ingress());
      check.check(declared, "egress", declared.egress());
    }
  }

  private void check(PartyDeclaration.Zone zone, String direction, Stance stance) {
    if (!(stance instanceof Stance.Said(boolean allow, Span span)) || !allow) {
      return;
    }
    boolean ingress = direction.equals("ingress");
    boolean standard = ingress ? defaults.ingressDenied() : defaults.egressDenied();
    if (zone.nesting() instanceof Nesting.Inside(var outer)) {
      Party.Denied around = denied.getOrDefault(outer.name(), Party.Denied.BOTH);
      if (ingress ? around.ingress() : around.egress()) {
        problems.add(
            Diagnostic.error(
                    Code.ZC0215,
                    span,
                    "`"
                        + zone.name()
                        + "` allows "
                        + direction
                        + ", but the zone around it, `"
                        + outer.name()
                        + "`, denies it")
                .labelled(
                    "this has no effect: the policies of `"
                        + outer.name()
                        + "` apply to these pods")
                .also(outer.span(), "`" + outer.name() + "` denies " + direction)
                .help("declare the flows that it needs, or move it out of `" + outer.name() + "`"));
        return;
      }
    }
    if (standard && defaults.unzonedDenied()) {
      problems.add(
          Diagnostic.error(
                  Code.ZC0407,
                  span,
                  "`"
                      + zone.name()
                      + "` allows "
                      + direction
                      + ", but the default deny of its namespaces blocks it")
              .labelled("this has no effect: `unzoned deny` isolates every pod of these namespaces")
              .help("write `unzoned allow` in `defaults`, or declare the flows that it needs"));
    }
  }
}
