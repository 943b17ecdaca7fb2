package dev.zonec.flows.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A line without the objects that were read before: a digit stands for each of them. A parser that
 * finds every digit as a value has read what it would have read in the whole line; otherwise the
 * whole line counts, because a digit is in a text or in a place where no object is wanted.
 */
final class ShortenedLine {
  private static final int MOST = 8;

  /** Eight bytes that are all one, all have the high bit only, or are all an opening brace. */
  private static final long ONES = 0x0101010101010101L;

  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long BRACES = '{' * ONES;

  private final PartTable parts;
  private final int[] places = new int[MOST];
  private final PartTable.@Nullable Part[] left = new PartTable.@Nullable Part[MOST];
  private byte[] bytes = new byte[4_096];
  private int length;
  private int size;
  private int found;

  ShortenedLine(PartTable parts) {
    this.parts = parts;
  }

  /** Shortens a line; returns false if there is nothing to leave out. */
  boolean shorten(byte[] line, int from, int length) {
    this.length = 0;
    size = 0;
    found = 0;
    int stop = from + length;
    int copied = from;
    int at = brace(line, from + 1, stop);
    while (at < stop && size < MOST) {
      PartTable.@Nullable Part part = line[at - 1] == ':' ? parts.beginning(line, at, stop) : null;
      if (part == null) {
        at = brace(line, at + 1, stop);
        continue;
      }
      append(line, copied, at);
      places[size] = this.length;
      left[size] = part;
      size++;
      room(1);
      bytes[this.length++] = '0';
      copied = at + part.length();
      at = brace(line, copied, stop);
    }
    if (size == 0) {
      return false;
    }
    append(line, copied, stop);
    return true;
  }

  /** Returns the place of the next opening brace; {@code stop} if there is none. */
  private static int brace(byte[] line, int from, int stop) {
    int at = from;
    for (; at + 8 <= stop; at += 8) {
      long zeros = (long) PartTable.LONGS.get(line, at) ^ BRACES;
      long found = (zeros - ONES) & ~zeros & HIGH_BITS;
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (at < stop && line[at] != '{') {
      at++;
    }
    return at;
  }

  private void append(byte[] line, int from, int to) {
    room(to - from);
    System.arraycopy(line, from, bytes, length, to - from);
    length += to - from;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /**
   * Returns the fields of the object that was left out at a place; null if none was.
   *
   * @param wanted the fields that are wanted
   */
  @SuppressWarnings("ReferenceEquality") // A reader has one tree for each kind of object.
  @Nullable Fields at(long place, FieldTree wanted) {
    for (int i = 0; i < size; i++) {
      PartTable.@Nullable Part part = left[i];
      if (places[i] == place && part != null && part.wanted() == wanted) {
        found++;
        return part.fields();
      }
    }
    return null;
  }

  /** Whether all objects that were left out were asked for. */
  boolean isComplete() {
    return found == size;
  }
}
