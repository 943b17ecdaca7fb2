package dev.zonec.kubernetes.yaml;

import java.io.StringReader;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.Constant;

/**
 * An in-memory reader for SnakeYAML. SnakeYAML's own reader reads a stream in small pieces and
 * copies its buffer for each, so its time grows with the square of the longest token.
 */
final class InMemoryReader extends StreamReader {
  private static final int[] NO_SNIPPET = {};

  private final String text;

  /** The code points of the text; empty if each is one char. */
  private final int[] codePoints;

  private final int length;
  private int index;
  private int documentIndex;
  private int line;
  private int column;

  InMemoryReader(String text) {
    super(new StringReader(""));
    this.text = text;
    length = text.codePointCount(0, text.length());
    codePoints = length == text.length() ? NO_SNIPPET : text.codePoints().toArray();
  }

  /** Rejects texts with characters that YAML does not allow. */
  void checkCharacters() {
    for (int i = 0; i < length; i++) {
      if (!isPrintable(at(i))) {
        throw new ReaderException("text", i, at(i), "special characters are not allowed");
      }
    }
  }

  private int at(int position) {
    return codePoints.length == 0 ? text.charAt(position) : codePoints[position];
  }

  @Override
  public int peek() {
    return peek(0);
  }

  @Override
  public int peek(int ahead) {
    return index + ahead < length ? at(index + ahead) : 0;
  }

  @Override
  public String prefix(int count) {
    int end = Math.min(index + count, length);
    return codePoints.length == 0
        ? text.substring(index, end)
        : new String(codePoints, index, end - index);
  }

  @Override
  public String prefixForward(int count) {
    String prefix = prefix(count);
    move(count);
    column += count;
    return prefix;
  }

  @Override
  public void forward() {
    forward(1);
  }

  @Override
  public void forward(int count) {
    for (int i = 0; i < count && index < length; i++) {
      int c = at(index);
      move(1);
      if (Constant.LINEBR.has(c) || (c == '\r' && peek() != '\n')) {
        line++;
        column = 0;
      } else if (c != '\ufeff') {
        column++;
      }
    }
  }

  private void move(int count) {
    index += count;
    documentIndex += count;
  }

  @Override
  public Mark getMark() {
    return new Mark("text", index, line, column, NO_SNIPPET, 0);
  }

  @Override
  public int getIndex() {
    return index;
  }

  @Override
  public int getDocumentIndex() {
    return documentIndex;
  }

  @Override
  public void resetDocumentIndex() {
    documentIndex = 0;
  }

  @Override
  public int getLine() {
    return line;
  }

  @Override
  public int getColumn() {
    return column;
  }
}
