package dev.zonec.compiler.check;

import dev.zonec.compiler.label.Satisfiability;
import dev.zonec.compiler.lower.LoweredProgram;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Warns about flows with an external whose pods are all in a zone. The flow opens nothing on the
 * external's side, so the zone's policies block it.
 */
final class GovernedExternals {
  private GovernedExternals() {}

  static void check(LoweredProgram lowered, Problems problems) {
    Set<String> reported = new HashSet<>();
    // Each external is checked once for each direction, because every zone has a flow to {@code
    // dns}.
    Set<String> sources = new HashSet<>();
    Set<String> destinations = new HashSet<>();
    for (Flow flow : lowered.program().flows()) {
      if (sources.add(flow.from().name())) {
        check(flow, flow.from(), Party.Denied::egress, lowered, reported, problems);
      }
      if (destinations.add(flow.to().name())) {
        check(flow, flow.to(), Party.Denied::ingress, lowered, reported, problems);
      }
    }
  }

  private static void check(
      Flow flow,
      Party party,
      Predicate<Party.Denied> isDenied,
      LoweredProgram lowered,
      Set<String> reported,
      Problems problems) {
    if (!(party instanceof Party.ForeignPods foreign) || reported.contains(foreign.name())) {
      return;
    }
    lowered.program().zones().stream()
        .filter(zone -> isDenied.test(zone.denied()) && holds(zone.pods(), foreign.pods()))
        .findFirst()
        .ifPresent(
            zone -> {
              reported.add(foreign.name());
              problems.add(governed(flow, foreign, zone));
            });
  }

  /** Whether a zone has no selectors, which is hardly meant. */
  static boolean isEverything(Party.Zone zone) {
    return zone.pods().terms().stream()
        .anyMatch(
            term ->
                term.pods().selectsEverything()
                    && term.namespaces() instanceof PodSet.NamespaceSet.Selected(Selector labels)
                    && labels.selectsEverything());
  }

  private static boolean holds(PodSet zone, PodSet foreign) {
    return foreign.terms().stream()
        .allMatch(
            inner -> zone.terms().stream().anyMatch(outer -> Satisfiability.implies(inner, outer)));
  }

  private static Diagnostic governed(Flow flow, Party.ForeignPods foreign, Party.Zone zone) {
    if (isEverything(zone)) {
      return Diagnostic.error(
              Code.ZC0212, zone.span(), "the zone `" + zone.name() + "` has no selector")
          .labelled("so every pod of the cluster is in it")
          .note("the pods of `" + foreign.name() + "` are in it too, and it would block them")
          .help(
              "select its pods: `zone "
                  + zone.name()
                  + " { namespace shop  pods app="
                  + zone.name()
                  + " }`");
    }
    return Diagnostic.error(
            Code.ZC0212,
            zone.span(),
            "all pods of the external `" + foreign.name() + "` are in zone `" + zone.name() + "`")
        .labelled("the policies of `" + zone.name() + "` would block the flow")
        .also(flow.span(), "`" + foreign.name() + "` takes part in this flow")
        .help("declare `" + foreign.name() + "` as a zone nested in `" + zone.name() + "`");
  }
}
