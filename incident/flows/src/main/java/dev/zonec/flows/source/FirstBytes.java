package dev.zonec.flows.source;

import java.io.IOException;
import java.io.InputStream;

/** The first bytes of a stream. The caller closes the stream. */
final class FirstBytes extends InputStream {
  private final InputStream whole;
  private long left;

  /**
   * @param length the number of bytes
   */
  FirstBytes(InputStream whole, long length) {
    this.whole = whole;
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    if (left == 0) {
      return -1;
    }
    int next = whole.read();
    left -= next < 0 ? 0 : 1;
    return next;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int count = whole.read(bytes, offset, (int) Math.min(length, left));
    left -= Math.max(0, count);
    return count;
  }
}
