package dev.zonec.compiler.check;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.FlowDeclaration;
import dev.zonec.compiler.resolve.PartyDeclaration;
import dev.zonec.compiler.resolve.PartyDeclaration.Nesting;
import dev.zonec.compiler.resolve.PartyUse;
import dev.zonec.compiler.resolve.PodLines;
import dev.zonec.compiler.resolve.ResolvedProgram;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.PodSet.NamespaceSet;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Warns about zones and externals in flows that match pods or namespaces because they lack a label.
 * Such a selector also matches everything that was never labelled.
 */
final class NegativeSelectors {
  private final Problems problems;
  // Compared by identity, because a zone of another program can have the same name.
  private final Set<PartyDeclaration> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private NegativeSelectors(Problems problems) {
    this.problems = problems;
  }

  static void check(ResolvedProgram program, Problems problems) {
    NegativeSelectors check = new NegativeSelectors(problems);
    for (FlowDeclaration flow : program.flows()) {
      flow.uses().forEach(check::checkUse);
    }
  }

  private void checkUse(PartyUse use) {
    Deque<PartyDeclaration> open = new ArrayDeque<>();
    open.add(use.party());
    while (!open.isEmpty()) {
      PartyDeclaration party = open.remove();
      if (!seen.add(party)) {
        return;
      }
      switch (party) {
        case PartyDeclaration.Zone zone -> {
          checkLines(zone.name(), zone.pods(), use.span());
          if (zone.nesting() instanceof Nesting.Inside(var parent)) {
            open.add(parent);
          }
        }
        case PartyDeclaration.Imported(var zone) -> {
          checkLines(zone.name(), zone.pods(), use.span());
          if (zone.nesting() instanceof Nesting.Inside(var parent)) {
            open.add(parent);
          }
        }
        case PartyDeclaration.ForeignPods foreign ->
            checkLines(foreign.name(), foreign.pods(), use.span());
        // An exception names the excluded zones explicitly, so no label can be forgotten.
        case PartyDeclaration.Except part -> open.add(part.base());
        case PartyDeclaration.Other other -> open.add(other.zone());
        case PartyDeclaration.Addresses addresses -> {}
        case PartyDeclaration.Anyone anyone -> {}
      }
    }
  }

  private void checkLines(String party, PodLines lines, Span use) {
    for (PodLines.NamespaceLine line : lines.namespaces()) {
      switch (line.namespaces()) {
        case NamespaceSet.Named named -> {}
        case NamespaceSet.Selected(Selector labels) ->
            check(party, "namespace", labels, line.span(), use);
      }
    }
    for (PodLines.PodLine line : lines.pods()) {
      check(party, "pod", line.selector(), line.span(), use);
    }
  }

  private void check(String party, String kind, Selector selector, Span span, Span use) {
    for (Requirement requirement : selector.requirements()) {
      boolean negative =
          switch (requirement) {
            case Requirement.NotIn notIn -> true;
            case Requirement.DoesNotExist absent -> true;
            case Requirement.In in -> false;
            case Requirement.Exists exists -> false;
          };
      if (negative) {
        problems.add(
            Diagnostic.warning(
                    Code.ZC0405,
                    span,
                    "`"
                        + party
                        + "` takes part in flows and selects "
                        + kind
                        + "s that lack a label: `"
                        + requirement
                        + "`")
                .labelled(
                    "every "
                        + kind
                        + " without the label `"
                        + requirement.key()
                        + "` matches `"
                        + requirement
                        + "`")
                .also(use, "it takes part in a flow here")
                .help("select " + kind + "s by a label that they must have"));
      }
    }
  }
}
