package dev.zonec.grammar.format;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.grammar.outline.Comment;
import dev.zonec.grammar.outline.Line;
import dev.zonec.grammar.outline.Outline;
import dev.zonec.grammar.outline.OutlinedExpectations;
import dev.zonec.grammar.outline.Part;
import dev.zonec.grammar.outline.Trivia;
import dev.zonec.grammar.parser.Parsed;
import dev.zonec.grammar.parser.ZoneParsing;
import java.util.List;

/**
 * Formats files of expectations: one expectation on each line, however long it is, with the spaces
 * of the standard style, and at most one empty line between two lines.
 */
public final class ExpectationFormatting {
  private final StringBuilder text = new StringBuilder();

  private ExpectationFormatting() {}

  /**
   * Formats a file. It uses the line end of the first line.
   *
   * @throws IllegalStateException if the result has another meaning, which would be a bug
   */
  public static Formatted format(SourceText source) {
    return switch (ZoneParsing.outlinedExpectations(source)) {
      case Parsed.Malformed<OutlinedExpectations>(var problems) ->
          new Formatted.Malformed(problems);
      case Parsed.Tree<OutlinedExpectations>(OutlinedExpectations read) -> {
        String lines = new ExpectationFormatting().lines(read.outline());
        check(read, new SourceText(source.name(), lines));
        yield new Formatted.Text(lines.replace("\n", Formatting.lineEnd(source.content())));
      }
    };
  }

  private static void check(OutlinedExpectations before, SourceText formatted) {
    if (!(ZoneParsing.outlinedExpectations(formatted)
            instanceof Parsed.Tree<OutlinedExpectations>(var after))
        || !after.expectations().equals(before.expectations())
        || !Formatting.comments(after.outline()).equals(Formatting.comments(before.outline()))) {
      throw new IllegalStateException(
          "formatting changed " + formatted.name() + ":\n" + formatted.content());
    }
  }

  private String lines(Outline outline) {
    for (Line line : outline.lines()) {
      List<Part.Token> tokens = line.parts().stream().map(part -> (Part.Token) part).toList();
      addTrivia(tokens.getFirst().before());
      addLine(Spacing.join(tokens), tokens.getFirst().before().blankLine());
    }
    addTrivia(outline.end());
    return text.toString();
  }

  private void addTrivia(Trivia trivia) {
    for (Comment comment : trivia.comments()) {
      if (comment.ownLine() || text.isEmpty()) {
        addLine(comment.text(), comment.blankLine());
      } else {
        text.setLength(text.length() - 1);
        text.append("  ").append(comment.text()).append('\n');
      }
    }
  }

  private void addLine(String line, boolean blankLine) {
    if (blankLine && !text.isEmpty()) {
      text.append('\n');
    }
    text.append(line).append('\n');
  }
}
