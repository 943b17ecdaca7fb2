package dev.zonec.lsp;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * Converts positions of the protocol, which count lines and UTF-16 code units from 0, to offsets.
 */
final class Positions {
  private Positions() {}

  /** Returns the offset of {@code position}; of one outside of the text, the nearest one inside. */
  static int offset(SourceText text, Position position) {
    int lines = text.lineOf(text.content().length());
    if (position.getLine() < 0) {
      return 0;
    }
    if (position.getLine() >= lines) {
      return text.content().length();
    }
    int line = position.getLine() + 1;
    int length = text.line(line).length();
    int offset = text.startOfLine(line) + Math.clamp(position.getCharacter(), 0, length);
    // A position between the two halves of a character is before it.
    return offset > 0
            && offset < text.content().length()
            && Character.isLowSurrogate(text.content().charAt(offset))
            && Character.isHighSurrogate(text.content().charAt(offset - 1))
        ? offset - 1
        : offset;
  }

  static Position position(SourceText text, int offset) {
    int line = text.lineOf(offset);
    return new Position(line - 1, offset - text.startOfLine(line));
  }

  static Range range(Span span) {
    return new Range(position(span.source(), span.start()), position(span.source(), span.end()));
  }
}
