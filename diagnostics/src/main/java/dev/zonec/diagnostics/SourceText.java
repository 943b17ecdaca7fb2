package dev.zonec.diagnostics;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text with a name, and an index of its lines.
 *
 * <p>Source texts are compared by identity, because a name can be read twice.
 */
public final class SourceText {
  private final String name;
  private final String content;
  private final int[] lineStarts;

  /**
   * @param name the name in messages: a path as the user gave it, or {@code <stdin>}
   * @param content the text; lines end with LF, CRLF or CR
   */
  public SourceText(String name, String content) {
    this.name = name;
    this.content = content;
    this.lineStarts = indexLines(content);
  }

  /**
   * Returns the text of a file in UTF-8, without a byte order mark.
   *
   * @param name the name in messages
   * @throws CharacterCodingException if {@code bytes} are not UTF-8
   */
  public static SourceText decoded(String name, byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return new SourceText(name, text.startsWith("\ufeff") ? text.substring(1) : text);
  }

  private static int[] indexLines(String content) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      boolean lineEnds =
          c == '\n' || (c == '\r' && !(i + 1 < content.length() && content.charAt(i + 1) == '\n'));
      if (lineEnds) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  /** Returns the name that messages print. */
  public String name() {
    return name;
  }

  /** Returns the whole text. */
  public String content() {
    return content;
  }

  /** Returns the line of the character at {@code offset}, counted from 1. */
  public int lineOf(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** Returns the column of the character at {@code offset}, counted from 1 in code points. */
  public int columnOf(int offset) {
    int start = lineStarts[lineOf(offset) - 1];
    return content.codePointCount(start, Math.min(offset, content.length())) + 1;
  }

  /** Returns the offset of the first character of {@code line}, which is counted from 1. */
  public int startOfLine(int line) {
    return lineStarts[line - 1];
  }

  /** Returns the text of {@code line}, counted from 1, without the line end. */
  public String line(int line) {
    int start = lineStarts[line - 1];
    int end = line < lineStarts.length ? lineStarts[line] : content.length();
    while (end > start && (content.charAt(end - 1) == '\n' || content.charAt(end - 1) == '\r')) {
      end--;
    }
    return content.substring(start, end);
  }

  /** Whether {@code other} has the same name and content. */
  boolean isSameText(SourceText other) {
    return name.equals(other.name) && content.equals(other.content);
  }

  @Override
  public String toString() {
    return name;
  }
}
