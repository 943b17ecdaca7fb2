package dev.zonec.compiler.lower;

import dev.zonec.compiler.lower.PodSelection.Placement;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.PartyDeclaration;
import dev.zonec.compiler.resolve.PartyDeclaration.Nesting;
import dev.zonec.compiler.resolve.PodLines;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.PodSet.NamespaceSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lowers the clauses that select pods. */
final class PodSelections {
  /** The greatest number of terms of a zone. The lines of nested zones multiply. */
  private static final int MOST = 1000;

  private PodSelections() {}

  /** Returns the selection of a zone inside {@code parent}. */
  static PodSelection of(PartyDeclaration.Zone zone, PodSelection parent, Problems problems) {
    PodSelection own = of(zone.pods());
    PodSelection both =
        switch (zone.nesting()) {
          case Nesting.TopLevel() -> own;
          case Nesting.Inside(var outer) ->
              new PodSelection(
                  both(own.placement(), parent.placement()), both(own.lines(), parent.lines()));
        };
    if (both.size() <= MOST) {
      return both;
    }
    problems.add(
        Diagnostic.error(
                Code.ZC0406,
                zone.span(),
                "the zone `" + zone.name() + "` has " + both.size() + " alternatives")
            .note(
                "the `namespace` and `pods` lines of a zone multiply with those of its outer zones")
            .help("at most " + MOST + " are allowed: use fewer lines, or nest less deeply"));
    // Keep the namespaces, and drop the lines that multiply.
    return new PodSelection(
        own.placement() instanceof Placement.Anywhere ? parent.placement() : own.placement(),
        own.lines());
  }

  /** Returns the selection of some clauses alone. */
  static PodSelection of(PodLines lines) {
    List<NamespaceSet> namespaces =
        lines.namespaces().stream()
            .map(line -> NamespaceConjunction.normal(line.namespaces()))
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    List<Selector> pods = lines.pods().stream().map(PodLines.PodLine::selector).toList();
    return new PodSelection(
        lines.namespaces().isEmpty() ? new Placement.Anywhere() : new Placement.Within(namespaces),
        pods.isEmpty() ? List.of(Selector.EVERYTHING) : pods);
  }

  private static Placement both(Placement own, Placement parent) {
    return switch (own) {
      case Placement.Anywhere() -> parent;
      case Placement.Within(List<NamespaceSet> mine) ->
          switch (parent) {
            case Placement.Anywhere() -> own;
            case Placement.Within(List<NamespaceSet> theirs) ->
                new Placement.Within(conjunctions(mine, theirs));
          };
    };
  }

  private static List<NamespaceSet> conjunctions(
      List<NamespaceSet> mine, List<NamespaceSet> theirs) {
    return mine.stream()
        .flatMap(a -> theirs.stream().map(b -> NamespaceConjunction.of(a, b)))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private static List<Selector> both(List<Selector> own, List<Selector> parent) {
    List<Selector> lines = new ArrayList<>();
    for (Selector mine : own) {
      parent.forEach(theirs -> lines.add(mine.and(theirs)));
    }
    return lines;
  }
}
