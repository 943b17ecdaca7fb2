package dev.zonec.stream.inputs;

import dev.zonec.diagnostics.ContentHash;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A file that travels with the job, compressed. */
final class CarriedFile implements Serializable {
  private static final long serialVersionUID = 1;

  private final String path;
  private final byte[] compressed;

  private CarriedFile(String path, byte[] compressed) {
    this.path = path;
    this.compressed = compressed;
  }

  static CarriedFile of(Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      Files.copy(file, out);
    }
    return new CarriedFile(file.toString(), bytes.toByteArray());
  }

  /** Returns its path where the job was submitted: absolute, and without {@code ..}. */
  String path() {
    return path;
  }

  /** Returns a text that differs for different files and contents. */
  String identity() {
    return ContentHash.of(path, new String(compressed, StandardCharsets.ISO_8859_1));
  }

  void write(Path to) throws IOException {
    Files.createDirectories(Objects.requireNonNull(to.getParent()));
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      Files.copy(in, to);
    }
  }
}
