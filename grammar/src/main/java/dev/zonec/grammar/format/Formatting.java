package dev.zonec.grammar.format;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.grammar.outline.Comment;
import dev.zonec.grammar.outline.Outline;
import dev.zonec.grammar.outline.OutlinedSource;
import dev.zonec.grammar.parser.Parsed;
import dev.zonec.grammar.parser.ZoneParsing;
import java.util.List;

/**
 * Formats sources.
 *
 * <p>The result depends only on the tokens, the order of tokens and comments, empty lines between
 * statements and clauses, and whether there is a line break after the opening brace of a block: a
 * block on one line stays on one line if it fits. Formatting a formatted source changes nothing.
 */
public final class Formatting {
  private Formatting() {}

  /**
   * Formats a source. It uses the line end of the first line.
   *
   * @throws IllegalStateException if the result has another meaning, which would be a bug
   */
  public static Formatted format(SourceText source) {
    return switch (ZoneParsing.outlined(source)) {
      case Parsed.Malformed<OutlinedSource>(var problems) -> new Formatted.Malformed(problems);
      case Parsed.Tree<OutlinedSource>(OutlinedSource read) -> {
        List<Row> rows = new Layout().rows(read.outline());
        String text = Alignment.text(rows, lineEnd(source.content()));
        check(read, new SourceText(source.name(), text));
        yield new Formatted.Text(text);
      }
    };
  }

  /** Returns the line end of the first line. */
  static String lineEnd(String content) {
    int feed = content.indexOf('\n');
    return feed > 0 && content.charAt(feed - 1) == '\r' ? "\r\n" : "\n";
  }

  private static void check(OutlinedSource before, SourceText formatted) {
    if (!(ZoneParsing.outlined(formatted) instanceof Parsed.Tree<OutlinedSource>(var after))) {
      throw new IllegalStateException("formatting " + formatted + " made it malformed");
    }
    if (!after.file().statements().equals(before.file().statements())) {
      throw new IllegalStateException("formatting " + formatted + " changed what it says");
    }
    if (!comments(after.outline()).equals(comments(before.outline()))) {
      throw new IllegalStateException("formatting " + formatted + " lost or moved a comment");
    }
  }

  /** Returns the texts of all comments, in order. */
  static List<String> comments(Outline outline) {
    return outline.comments().stream().map(Comment::text).toList();
  }
}
