package dev.zonec.flows.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads the lines of a log, one at a time. Memory does not grow with the length of the log; a line
 * of more than 4 MB is cut.
 */
public final class LogLines {
  private static final int LONGEST = 4 << 20;

  private final InputStream input;
  private final Line line = new Line();
  private byte[] buffer = new byte[1 << 16];
  private int start;
  private int end;
  private long number;
  private boolean ended;

  /**
   * @param input the bytes of the log; the caller closes it
   */
  public LogLines(InputStream input) {
    this(input, 0);
  }

  /**
   * @param input the bytes of a part of the log, from the beginning of a line
   * @param before the number of the lines before it
   */
  public LogLines(InputStream input, long before) {
    this.input = input;
    this.number = before;
  }

  /**
   * Reads the next line. Returns false at the end of the log.
   *
   * @throws IOException if the log cannot be read further
   */
  public boolean next() throws IOException {
    int searched = start;
    while (true) {
      int newline = indexOf(searched);
      if (newline >= 0) {
        take(newline, true);
        start = newline + 1;
        return true;
      }
      searched = end;
      if (ended) {
        if (start == end) {
          return false;
        }
        take(end, true);
        start = end;
        return true;
      }
      if (end - start >= LONGEST) {
        take(end, false);
        skipRest();
        return true;
      }
      searched -= makeRoom();
      fill();
    }
  }

  /** Returns the current line, which is valid until the next one is read. */
  public Line line() {
    return line;
  }

  private void take(int stop, boolean whole) {
    int from = start;
    int to = stop;
    number++;
    if (number == 1 && to - from >= 3 && isMark(from)) {
      from += 3;
    }
    if (to > from && buffer[to - 1] == '\r') {
      to--;
    }
    line.set(buffer, from, to - from, number, whole);
  }

  private boolean isMark(int at) {
    return buffer[at] == (byte) 0xef
        && buffer[at + 1] == (byte) 0xbb
        && buffer[at + 2] == (byte) 0xbf;
  }

  /** Skips the rest of a line that is too long, in a buffer of its own. */
  private void skipRest() throws IOException {
    byte[] more = new byte[1 << 16];
    start = end;
    while (true) {
      int count = input.read(more);
      if (count < 0) {
        ended = true;
        return;
      }
      for (int i = 0; i < count; i++) {
        if (more[i] == '\n') {
          // The current line stays valid: the next lines are in the other buffer.
          buffer = Arrays.copyOfRange(more, i + 1, more.length);
          start = 0;
          end = count - i - 1;
          if (buffer.length == 0) {
            buffer = new byte[1 << 16];
          }
          return;
        }
      }
    }
  }

  private int indexOf(int from) {
    for (int i = from; i < end; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** Moves the unread bytes to the front, or enlarges the buffer; returns how far they moved. */
  private int makeRoom() {
    int moved = start;
    if (moved > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    return moved;
  }

  private void fill() throws IOException {
    int count = input.read(buffer, end, buffer.length - end);
    if (count < 0) {
      ended = true;
    } else {
      end += count;
    }
  }
}
