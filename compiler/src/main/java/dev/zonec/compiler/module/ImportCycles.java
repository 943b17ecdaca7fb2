package dev.zonec.compiler.module;

import dev.zonec.compiler.source.ImportedSources;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.grammar.tree.Word;
import java.util.List;
import java.util.Optional;

/** Finds cyclic imports. */
final class ImportCycles {
  private ImportCycles() {}

  /**
   * Returns the error for importing {@code target} into the last module of {@code open}; empty if
   * and only if none of these modules contains one of its sources.
   *
   * @param open the program, a module that it imports, a module that this one imports, and so on
   */
  static Optional<Diagnostic> of(List<OpenModule> open, ImportedSources target) {
    for (int i = open.size() - 1; i >= 0; i--) {
      if (open.get(i).sharesAny(target.sources())) {
        return Optional.of(report(open.subList(i, open.size())));
      }
    }
    return Optional.empty();
  }

  private static Diagnostic report(List<OpenModule> cycle) {
    Word path = cycle.getLast().current().statement().path();
    if (cycle.size() == 1) {
      return Diagnostic.error(
              Code.ZC0106, path.span(), "the import `" + path + "` is this module itself")
          .help("delete the import: the sources of a module share their names");
    }
    Diagnostic problem =
        Diagnostic.error(
                Code.ZC0106, path.span(), "the import `" + path + "` leads back to this module")
            .labelled("import " + cycle.size() + " of the cycle, which closes it");
    for (int i = 0; i < cycle.size() - 1; i++) {
      Word step = cycle.get(i).current().statement().path();
      problem = problem.also(step.span(), "import " + (i + 1) + " of the cycle");
    }
    return problem.help("move the shared declarations to a separate module, and import that");
  }
}
