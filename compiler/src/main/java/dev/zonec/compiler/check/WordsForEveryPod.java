package dev.zonec.compiler.check;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.PartyDeclaration;
import dev.zonec.compiler.resolve.PodLines;
import dev.zonec.compiler.resolve.ResolvedProgram;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.PodSet.NamespaceSet;
import java.util.List;
import java.util.Set;

/**
 * Warns about selectors such as {@code pods all}. They select by a label with this key, and are
 * probably meant to select everything.
 */
final class WordsForEveryPod {
  private static final Set<String> WORDS = Set.of("all", "any", "every", "everything");

  private WordsForEveryPod() {}

  static void check(ResolvedProgram program, Problems problems) {
    for (PartyDeclaration.Zone zone : program.zones()) {
      check(zone.pods(), problems);
    }
    for (PartyDeclaration external : program.externals()) {
      if (external instanceof PartyDeclaration.ForeignPods foreign) {
        check(foreign.pods(), problems);
      }
    }
  }

  private static void check(PodLines lines, Problems problems) {
    for (PodLines.NamespaceLine line : lines.namespaces()) {
      if (line.namespaces() instanceof NamespaceSet.Selected(Selector labels)) {
        check(
            labels,
            line.span(),
            "namespace",
            "leave out `namespaces` to select pods of every namespace",
            problems);
      }
    }
    for (PodLines.PodLine line : lines.pods()) {
      check(
          line.selector(),
          line.span(),
          "pod",
          "leave out `pods` to select every pod of the namespaces",
          problems);
    }
  }

  private static void check(
      Selector selector, Span span, String kind, String everything, Problems problems) {
    if (selector.requirements().equals(List.of(new Requirement.Exists(only(selector))))
        && WORDS.contains(only(selector))) {
      problems.add(
          Diagnostic.warning(
                  Code.ZC0241,
                  span,
                  "this selects the " + kind + "s that have a label `" + only(selector) + "`")
              .labelled("not every " + kind)
              .help(everything));
    }
  }

  private static String only(Selector selector) {
    return selector.requirements().isEmpty() ? "" : selector.requirements().getFirst().key();
  }
}
