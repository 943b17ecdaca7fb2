package dev.zonec.compiler.lint;

import dev.zonec.compiler.rewrite.Rewriting;
import dev.zonec.compiler.rewrite.SourceFormatting;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Edit;
import dev.zonec.diagnostics.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Sources with every fix applied, and formatted.
 *
 * @param rewritings the changed sources
 * @param left the remaining findings
 */
public record Fixing(List<Rewriting> rewritings, LintResult left) {
  /**
   * The greatest number of rounds. A fix can lead to another finding, so fixes are applied
   * repeatedly.
   */
  private static final int ROUNDS = 10;

  /** Copies the list. */
  public Fixing {
    rewritings = List.copyOf(rewritings);
  }

  /** Applies every fix, without writing files. Sources without a fix are unchanged. */
  public static Fixing of(ProgramSources sources, LintOptions options) {
    ProgramSources current = sources;
    LintResult result = Linting.lint(current, options);
    for (int i = 0; i < ROUNDS && result.findings().stream().anyMatch(Finding::fixable); i++) {
      current = fixed(current, result);
      result = Linting.lint(current, options);
    }
    List<Rewriting> rewritings = new ArrayList<>();
    for (int i = 0; i < sources.sources().size(); i++) {
      Rewriting rewriting =
          new Rewriting(sources.sources().get(i), current.sources().get(i).text().content());
      if (rewriting.changes()) {
        rewritings.add(rewriting);
      }
    }
    return new Fixing(rewritings, result);
  }

  private static ProgramSources fixed(ProgramSources sources, LintResult result) {
    List<Edit> edits =
        result.findings().stream().flatMap(finding -> finding.fix().stream()).toList();
    List<Source> fixed = new ArrayList<>();
    for (Source source : sources.sources()) {
      List<Edit> here =
          edits.stream().filter(edit -> edit.span().source().equals(source.text())).toList();
      fixed.add(here.isEmpty() ? source : formatted(with(source, apply(source.text(), here))));
    }
    return new ProgramSources(fixed, sources.problems(), sources.scope());
  }

  private static Source with(Source source, String text) {
    return new Source(new SourceText(source.text().name(), text), source.path(), source.location());
  }

  /** Formats the source, unless it has a syntax error. */
  private static Source formatted(Source source) {
    return SourceFormatting.of(ProgramSources.of(List.of(source))).rewritings().stream()
        .findFirst()
        .map(rewriting -> with(source, rewriting.text()))
        .orElse(source);
  }

  /**
   * Applies the edits from the end to the start, so that offsets stay valid. If edits overlap, only
   * the last one is applied.
   */
  private static String apply(SourceText source, List<Edit> edits) {
    StringBuilder text = new StringBuilder(source.content());
    int untouched = text.length();
    List<Edit> fromEnd =
        edits.stream()
            .sorted(Comparator.comparingInt((Edit edit) -> edit.span().start()).reversed())
            .toList();
    for (Edit edit : fromEnd) {
      if (edit.span().end() <= untouched) {
        text.replace(edit.span().start(), edit.span().end(), edit.replacement());
        untouched = edit.span().start();
      }
    }
    return text.toString();
  }
}
