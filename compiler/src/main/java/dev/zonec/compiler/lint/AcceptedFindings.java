package dev.zonec.compiler.lint;

import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.format.Formatted;
import dev.zonec.grammar.format.Formatting;
import dev.zonec.grammar.parser.Parsed;
import dev.zonec.grammar.parser.ZoneParsing;
import dev.zonec.grammar.tree.SourceFile;
import dev.zonec.grammar.tree.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Adds a comment that suppresses the finding above each statement with a finding, and formats the
 * source. For programs that record decisions of somebody else, such as drafts.
 */
public final class AcceptedFindings {
  private AcceptedFindings() {}

  /**
   * Returns the text of {@code source} with comments.
   *
   * @param options the options of lint
   * @param reason the reason in the comments
   */
  public static String in(Source source, LintOptions options, String reason) {
    LintResult result = Linting.lint(ProgramSources.of(List.of(source)), options);
    Map<Integer, SortedSet<Code>> byLine = new TreeMap<>(Comparator.reverseOrder());
    if (ZoneParsing.source(source.text()) instanceof Parsed.Tree<SourceFile>(SourceFile file)) {
      for (Diagnostic finding : result.diagnostics()) {
        statement(finding, file)
            .ifPresent(
                statement ->
                    byLine
                        .computeIfAbsent(statement.line(), line -> new TreeSet<>())
                        .add(finding.code()));
      }
    }
    StringBuilder text = new StringBuilder(source.text().content());
    byLine.forEach(
        (line, codes) -> {
          StringBuilder comments = new StringBuilder();
          codes.forEach(code -> comments.append("# zonec:ignore " + code + " -- " + reason + "\n"));
          text.insert(source.text().startOfLine(line), comments);
        });
    return formatted(text.toString());
  }

  private static Optional<Span> statement(Diagnostic finding, SourceFile file) {
    return finding.isError() || !(finding.place() instanceof Place.At(Span found))
        ? Optional.empty()
        : file.statements().stream()
            .map(Statement::span)
            .filter(span -> span.start() <= found.start() && found.end() <= span.end())
            .findFirst();
  }

  private static String formatted(String text) {
    return Formatting.format(new SourceText("draft", text)) instanceof Formatted.Text(String done)
        ? done
        : text;
  }
}
