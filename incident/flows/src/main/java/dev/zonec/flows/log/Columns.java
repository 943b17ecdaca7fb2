package dev.zonec.flows.log;

import dev.zonec.flows.observed.Instants;
import dev.zonec.flows.observed.Numbers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The columns of a line. The same object holds the columns of one line after the other. */
public final class Columns {
  /** The digits of the longest number that surely fits. */
  private static final int SURE_DIGITS = 18;

  private final Symbols symbols = new Symbols();
  private byte[] separator;
  private byte[] bytes = new byte[0];

  /** Where each column begins; the one after the last column begins after the last separator. */
  private int[] starts = new int[32];

  private int size;

  /** The characters of a number. */
  private final char[] digits = new char[32];

  /**
   * @param separator the text between two columns; not empty
   */
  public Columns(String separator) {
    this.separator = separator.getBytes(StandardCharsets.UTF_8);
  }

  /** Changes the text between two columns. */
  public void separate(String by) {
    separator = by.getBytes(StandardCharsets.UTF_8);
  }

  /** Takes the columns of a line; they are valid until the next line is read. */
  public void split(Line line) {
    bytes = line.bytes();
    int stop = line.start() + line.length();
    size = 0;
    begin(line.start());
    int first = separator[0];
    int width = separator.length;
    for (int at = line.start(); at <= stop - width; at++) {
      if (bytes[at] == first && (width == 1 || isSeparator(at))) {
        begin(at + width);
        at += width - 1;
      }
    }
    begin(stop + width);
    size--;
  }

  private void begin(int at) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
    }
    starts[size++] = at;
  }

  private boolean isSeparator(int at) {
    return Arrays.equals(bytes, at, at + separator.length, separator, 0, separator.length);
  }

  /** Returns the number of columns; at least one. */
  public int size() {
    return size;
  }

  /** Returns the text of a column. */
  public String text(int column) {
    return symbols.of(bytes, starts[column], length(column));
  }

  /** Whether the text of a column is {@code text}, as UTF-8. */
  public boolean is(int column, byte[] text) {
    int from = starts[column];
    int length = length(column);
    return length == text.length && Arrays.equals(bytes, from, from + length, text, 0, length);
  }

  /** Returns the decimal number in a column; {@code otherwise} if it is none. */
  public long number(int column, long otherwise) {
    int from = starts[column];
    int length = length(column);
    if (length == 0 || length > SURE_DIGITS) {
      return Numbers.parse(text(column), otherwise);
    }
    long value = 0;
    for (int i = from; i < from + length; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return Numbers.parse(text(column), otherwise);
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /**
   * Returns the seconds in a column as milliseconds; {@link Instants#NONE} if they are not written
   * as digits with a decimal point between or after them.
   */
  public long seconds(int column) {
    int length = length(column);
    if (length > digits.length) {
      return Instants.NONE;
    }
    int points = 0;
    for (int i = 0; i < length; i++) {
      char c = (char) bytes[starts[column] + i];
      if (c == '.') {
        points++;
      } else if (c < '0' || c > '9') {
        return Instants.NONE;
      }
      digits[i] = c;
    }
    return points == 1 && digits[0] != '.' ? Instants.seconds(digits, 0, length) : Instants.NONE;
  }

  /** Returns the number of bytes of a column. */
  private int length(int column) {
    return starts[column + 1] - separator.length - starts[column];
  }
}
