package dev.zonec.diagnostics;

import java.util.Arrays;

/**
 * A named text with an index of its lines.
 *
 * <p>Two source texts are equal iff they are the same object: a name may be read twice.
 */
public final class SourceText {
  private final String name;
  private final String content;
  private final int[] lineStarts;

  /**
   * @param name how messages call the text: a path as the user gave it, or {@code <stdin>}
   * @param content the text itself; lines end in LF, CRLF or CR
   */
  public SourceText(String name, String content) {
    this.name = name;
    this.content = content;
    this.lineStarts = indexLines(content);
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

  /** The name that messages print. */
  public String name() {
    return name;
  }

  /** The whole text. */
  public String content() {
    return content;
  }

  /** The line, counted from 1, that holds the character at {@code offset}. */
  public int lineOf(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The column, counted from 1 in code points, of the character at {@code offset}. */
  public int columnOf(int offset) {
    int start = lineStarts[lineOf(offset) - 1];
    return content.codePointCount(start, Math.min(offset, content.length())) + 1;
  }

  /** The offset at which {@code line}, counted from 1, begins. */
  public int startOfLine(int line) {
    return lineStarts[line - 1];
  }

  /** The text of {@code line}, counted from 1, without its end. */
  public String line(int line) {
    int start = lineStarts[line - 1];
    int end = line < lineStarts.length ? lineStarts[line] : content.length();
    while (end > start && (content.charAt(end - 1) == '\n' || content.charAt(end - 1) == '\r')) {
      end--;
    }
    return content.substring(start, end);
  }

  @Override
  public String toString() {
    return name;
  }
}
