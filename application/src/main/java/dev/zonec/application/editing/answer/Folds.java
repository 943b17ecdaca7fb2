package dev.zonec.application.editing.answer;

import dev.zonec.application.editing.program.ProgramState;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.parser.Lexeme;
import dev.zonec.grammar.parser.PartialSource;
import dev.zonec.grammar.parser.ZoneParsing;
import dev.zonec.grammar.tree.Statement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the parts of a source that an editor can fold. */
public final class Folds {
  private Folds() {}

  /**
   * A part of a source.
   *
   * @param kind what it is
   * @param first its first line, counted from 1
   * @param last its last line
   */
  public record Fold(Kind kind, int first, int last) {}

  /** What can be folded. */
  public enum Kind {
    /** A statement of several lines. */
    STATEMENT,
    /** Comments on consecutive lines. */
    COMMENT
  }

  /** Returns the parts with several lines. */
  public static List<Fold> of(ProgramState state, Path file) {
    List<Fold> found = new ArrayList<>();
    Optional<PartialSource> source = state.source(file).map(java.util.Map.Entry::getValue);
    if (source.isEmpty()) {
      return found;
    }
    Statements.all(source.get().file().statements())
        .map(Statement::span)
        .forEach(span -> add(found, Kind.STATEMENT, span.line(), lastLine(span)));
    int first = 0;
    int last = 0;
    for (Lexeme lexeme : ZoneParsing.lexemes(source.get().file().source())) {
      boolean comment =
          lexeme.role() == Lexeme.Role.COMMENT || lexeme.role() == Lexeme.Role.DOC_COMMENT;
      int line = lexeme.span().line();
      boolean ownLine = comment && isFirst(lexeme.span());
      if (ownLine && line == last + 1 && first > 0) {
        last = line;
      } else {
        add(found, Kind.COMMENT, first, last);
        first = ownLine ? line : 0;
        last = line;
      }
    }
    add(found, Kind.COMMENT, first, last);
    return found;
  }

  private static boolean isFirst(Span span) {
    int start = span.source().startOfLine(span.line());
    return span.source().content().substring(start, span.start()).isBlank();
  }

  private static int lastLine(Span span) {
    return span.source().lineOf(Math.max(span.start(), span.end() - 1));
  }

  private static void add(List<Fold> found, Kind kind, int first, int last) {
    if (first > 0 && last > first) {
      found.add(new Fold(kind, first, last));
    }
  }
}
