package dev.zonec.flows.log;

import dev.zonec.flows.observed.Excerpt;
import java.nio.charset.StandardCharsets;

/** A line of a log. The same object holds one line after the other. */
public final class Line implements Excerpt {
  private static final int LONGEST_EXCERPT = 300;
  private static final int DELETE = 0x7f;

  private byte[] bytes = new byte[0];
  private int start;
  private int length;
  private long number;
  private boolean whole = true;

  /** Returns a line that is a whole message. */
  public static Line of(byte[] message, long number) {
    Line line = new Line();
    line.set(message, 0, message.length, number, true);
    return line;
  }

  void set(byte[] buffer, int from, int count, long line, boolean complete) {
    bytes = buffer;
    start = from;
    length = count;
    number = line;
    whole = complete;
  }

  /** Returns the bytes that contain the line. */
  public byte[] bytes() {
    return bytes;
  }

  /** Returns the index of its first byte. */
  public int start() {
    return start;
  }

  /** Returns its length in bytes. */
  public int length() {
    return length;
  }

  /** Returns its number, counted from 1. */
  public long number() {
    return number;
  }

  /** Whether this is the whole line; a line that is too long is cut. */
  public boolean whole() {
    return whole;
  }

  /** Returns its text. */
  public String content() {
    return new String(bytes, start, length, StandardCharsets.UTF_8);
  }

  /** Returns the beginning of its text, without control characters. */
  @Override
  public String text() {
    int shown = Math.min(length, LONGEST_EXCERPT);
    if (isPrintable(shown)) {
      String plain = new String(bytes, start, shown, StandardCharsets.US_ASCII);
      return shown < length ? plain + "…" : plain;
    }
    String text = new String(bytes, start, shown, StandardCharsets.UTF_8);
    StringBuilder clean = new StringBuilder(shown + 1);
    text.codePoints()
        .forEach(c -> clean.appendCodePoint(c == '\t' || Character.isISOControl(c) ? ' ' : c));
    return shown < length ? clean + "…" : clean.toString();
  }

  private boolean isPrintable(int count) {
    for (int i = start; i < start + count; i++) {
      if (bytes[i] < ' ' || bytes[i] == DELETE) {
        return false;
      }
    }
    return true;
  }
}
