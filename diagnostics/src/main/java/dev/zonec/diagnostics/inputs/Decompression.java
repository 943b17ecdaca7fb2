package dev.zonec.diagnostics.inputs;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Opens files that may be compressed with gzip. */
public final class Decompression {
  private static final int BUFFER = 1 << 16;

  private Decompression() {}

  /**
   * Returns the content of {@code bytes}, buffered. It is decompressed if it begins like a gzip
   * file.
   *
   * @throws IOException if the beginning cannot be read; {@code bytes} are then closed
   */
  public static InputStream of(InputStream bytes) throws IOException {
    InputStream raw = new BufferedInputStream(bytes, BUFFER);
    try {
      raw.mark(2);
      boolean compressed = raw.read() == 0x1f && raw.read() == 0x8b;
      raw.reset();
      return compressed ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }
}
