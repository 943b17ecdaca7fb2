package dev.zonec.grammar.parser;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import org.antlr.v4.runtime.Token;

/**
 * Converts ANTLR's offsets, which count code points, to those of source texts, which count chars.
 */
final class Offsets {
  private final String content;
  private final int[] chars;

  Offsets(String content) {
    this.content = content;
    int count = content.codePointCount(0, content.length());
    this.chars = count == content.length() ? new int[0] : offsets(content, count);
  }

  private static int[] offsets(String content, int count) {
    int[] offsets = new int[count + 1];
    for (int i = 0, at = 0; i < count; i++) {
      at += Character.charCount(content.codePointAt(at));
      offsets[i + 1] = at;
    }
    return offsets;
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
    return chars.length == 0 ? codePoints : chars[codePoints];
  }
}
