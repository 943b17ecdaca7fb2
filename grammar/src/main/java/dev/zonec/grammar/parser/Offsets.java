package dev.zonec.grammar.parser;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import org.antlr.v4.runtime.Token;

/**
 * Converts ANTLR's offsets, which count code points, to those of source texts, which count chars.
 */
final class Offsets {
  private final String content;
  private final boolean same;

  Offsets(String content) {
    this.content = content;
    this.same = content.codePointCount(0, content.length()) == content.length();
  }

  Span span(SourceText source, Token token) {
    if (token.getType() == Token.EOF) {
      int end = content.stripTrailing().length();
      return new Span(source, end, end);
    }
    return span(source, token, token);
  }

  Span span(SourceText source, Token first, Token last) {
    return new Span(source, chars(first.getStartIndex()), chars(last.getStopIndex() + 1));
  }

  private int chars(int codePoints) {
    return same ? codePoints : content.offsetByCodePoints(0, codePoints);
  }
}
