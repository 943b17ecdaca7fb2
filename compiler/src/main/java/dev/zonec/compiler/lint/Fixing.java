package dev.zonec.compiler.lint;

import dev.zonec.compiler.rewrite.Rewriting;
import dev.zonec.compiler.rewrite.SourceFormatting;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Sources with every fix applied, and formatted.
 *
 * @param rewritings the sources that change
 * @param left what is still found
 */
public record Fixing(List<Rewriting> rewritings, LintResult left) {
  /** One fix may show another finding; each round leaves fewer or the rounds end. */
  private static final int ROUNDS = 10;

  /** Copies the list. */
  public Fixing {
    rewritings = List.copyOf(rewritings);
  }

  /** Applies every fix; nothing is written. Sources without a fix stay as they are. */
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

  /** A source with a syntax error elsewhere stays as it is laid out. */
  private static Source formatted(Source source) {
    return SourceFormatting.of(ProgramSources.of(List.of(source))).rewritings().stream()
        .findFirst()
        .map(rewriting -> with(source, rewriting.text()))
        .orElse(source);
  }

  /** From the end, so that offsets stay right; of edits that overlap, the last is made. */
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
