package dev.zonec.compiler.rewrite;

import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.grammar.format.ExpectationFormatting;
import dev.zonec.grammar.format.Formatted;
import dev.zonec.grammar.format.Formatting;
import java.util.ArrayList;
import java.util.List;

/**
 * The formatted texts of sources.
 *
 * @param rewritings the well-formed sources in their order, whether they change or not
 * @param problems the syntax errors of the other sources, and sources that could not be read
 */
public record SourceFormatting(List<Rewriting> rewritings, List<Diagnostic> problems) {
  /** Copies the lists. */
  public SourceFormatting {
    rewritings = List.copyOf(rewritings);
    problems = List.copyOf(problems);
  }

  /** Formats each of {@code sources}, without writing files. */
  public static SourceFormatting of(ProgramSources sources) {
    List<Rewriting> rewritings = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>(sources.problems());
    for (Source source : sources.sources()) {
      switch (format(source)) {
        case Formatted.Text(String text) -> rewritings.add(new Rewriting(source, text));
        case Formatted.Malformed(var found) -> problems.addAll(found);
      }
    }
    return new SourceFormatting(rewritings, problems);
  }

  private static Formatted format(Source source) {
    return source.text().name().endsWith(ProgramSources.EXPECTATIONS)
        ? ExpectationFormatting.format(source.text())
        : Formatting.format(source.text());
  }

  /** Returns the sources that change. */
  public List<Rewriting> changes() {
    return rewritings.stream().filter(Rewriting::changes).toList();
  }
}
