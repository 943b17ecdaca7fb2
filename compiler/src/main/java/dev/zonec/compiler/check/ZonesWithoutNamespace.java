package dev.zonec.compiler.check;

import dev.zonec.compiler.lower.LoweredProgram;
import dev.zonec.compiler.lower.PodSelection.Placement;
import dev.zonec.compiler.lower.ZoneSelection;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.FlowDeclaration;
import dev.zonec.compiler.resolve.ResolvedProgram;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import java.util.HashMap;
import java.util.Map;

/** Rejects zones with flows but without a namespace, because every policy needs a namespace. */
final class ZonesWithoutNamespace {
  private ZonesWithoutNamespace() {}

  static void check(ResolvedProgram resolved, LoweredProgram lowered, Problems problems) {
    Map<String, Span> firstUse = new HashMap<>();
    for (FlowDeclaration flow : resolved.flows()) {
      flow.uses().forEach(use -> firstUse.putIfAbsent(use.party().whole().name(), use.span()));
    }
    for (ZoneSelection zone : lowered.zones()) {
      Span use = firstUse.get(zone.zone().name());
      if (use != null && zone.selection().placement() instanceof Placement.Anywhere) {
        String name = zone.zone().name();
        problems.add(
            Diagnostic.error(
                    Code.ZC0401, zone.zone().span(), "the zone `" + name + "` has no namespace")
                .labelled("a NetworkPolicy needs a namespace")
                .also(use, "it takes part in a flow here")
                .help("add `namespace NAME` or `namespaces LABELS` to it or to an outer zone"));
      }
    }
  }
}
