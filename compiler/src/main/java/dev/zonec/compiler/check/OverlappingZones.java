package dev.zonec.compiler.check;

import dev.zonec.compiler.label.Satisfiability;
import dev.zonec.compiler.lower.LoweredProgram;
import dev.zonec.compiler.lower.ZoneSelection;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.PartyDeclaration.Nesting;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.Pattern;
import dev.zonec.model.program.PodSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Warns about zones that can share a pod. Such a pod has the flows of both zones, which is rarely
 * intended.
 *
 * <p>Only zones with the same outer zone are compared: if two other zones share a pod, their outer
 * zones share it too and are reported. Zones that are declared disjoint are not reported.
 */
final class OverlappingZones {
  private OverlappingZones() {}

  static void check(LoweredProgram program, Problems problems) {
    List<Set<String>> disjoint = new ArrayList<>();
    for (Disjointness declared : program.program().disjoint()) {
      disjoint.add(declared.zones().stream().map(Party.Zone::name).collect(Collectors.toSet()));
    }
    Map<String, List<Party.Zone>> siblings = new LinkedHashMap<>();
    for (ZoneSelection zone : program.zones()) {
      String parent =
          switch (zone.declaration().nesting()) {
            case Nesting.TopLevel() -> "";
            case Nesting.Inside(var outer) -> outer.name();
          };
      siblings.computeIfAbsent(parent, name -> new ArrayList<>()).add(zone.zone());
    }
    for (List<Party.Zone> group : siblings.values()) {
      for (OverlapCandidates.Pair pair : OverlapCandidates.among(group)) {
        Deadline.check();
        List<String> names = List.of(pair.first().name(), pair.second().name());
        boolean declared = disjoint.stream().anyMatch(zones -> zones.containsAll(names));
        boolean elsewhere = areApart(pair, program.program().patterns());
        boolean everything =
            GovernedExternals.isEverything(pair.first())
                || GovernedExternals.isEverything(pair.second());
        if (!declared
            && !everything
            && !elsewhere
            && Satisfiability.overlap(pair.first().pods(), pair.second().pods())) {
          report(pair, problems);
        }
      }
    }
  }

  /**
   * Whether one zone belongs to a pattern and the other selects its namespaces by name. Which of
   * them match is known only when the namespaces are, and is reported then.
   */
  private static boolean areApart(OverlapCandidates.Pair pair, List<Pattern> patterns) {
    boolean first = patterns.stream().anyMatch(pattern -> pattern.has(pair.first()));
    boolean second = patterns.stream().anyMatch(pattern -> pattern.has(pair.second()));
    return first != second && isByName(first ? pair.second() : pair.first());
  }

  private static boolean isByName(Party.Zone zone) {
    return zone.pods().terms().stream()
        .allMatch(
            term ->
                term.namespaces() instanceof PodSet.NamespaceSet.Named(var names, var labels)
                    && labels.selectsEverything());
  }

  private static void report(OverlapCandidates.Pair pair, Problems problems) {
    Party.Zone first = pair.first();
    Party.Zone second = pair.second();
    // A nested zone cannot be declared disjoint with its outer zone.
    boolean sayable = !DisjointZones.liesIn(first, second) && !DisjointZones.liesIn(second, first);
    problems.add(
        Diagnostic.warning(
                Code.ZC0210,
                second.span(),
                "the zones `" + first.name() + "` and `" + second.name() + "` overlap")
            .labelled("a pod can be in both zones, and then has the flows of both")
            .also(first.span(), "`" + first.name() + "` is declared here")
            .help(
                "select them by different values of one label, or nest one in the other"
                    + (sayable
                        ? "; or declare that no pod is in both: `disjoint "
                            + first
                            + ", "
                            + second
                            + "`"
                        : "")));
  }
}
