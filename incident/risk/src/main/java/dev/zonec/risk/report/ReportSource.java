package dev.zonec.risk.report;

import dev.zonec.diagnostics.inputs.Decompression;
import dev.zonec.risk.json.JsonReading;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * A file that can be read several times; it is decompressed if it is a gzip file.
 *
 * @param name the name in messages
 * @param bytes opens the bytes of the file
 */
public record ReportSource(String name, JsonReading.Opening bytes) implements JsonReading.Opening {
  /** The number of bytes that decide what a file is, if it is not JSON. */
  private static final int START = 4096;

  @Override
  public InputStream open() throws IOException {
    InputStream in = Decompression.of(bytes.open());
    try {
      in.mark(3);
      boolean marked = in.read() == 0xef && in.read() == 0xbb && in.read() == 0xbf;
      if (!marked) {
        in.reset();
      }
      return in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** Opens the file as text. */
  BufferedReader lines() throws IOException {
    return new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8));
  }

  /** Returns the first characters of the file, without white space before them. */
  String start() throws IOException {
    try (InputStream in = open()) {
      return new String(in.readNBytes(START), StandardCharsets.UTF_8).strip();
    }
  }
}
