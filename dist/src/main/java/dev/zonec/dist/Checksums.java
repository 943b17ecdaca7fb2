package dev.zonec.dist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 sums. */
final class Checksums {
  private Checksums() {}

  /** Returns the sum of the bytes of {@code file}, as hexadecimal digits. */
  static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = digest();
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    }
  }

  /** Returns a new digest. */
  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes the sums of {@code files} to {@code SHA256SUMS}, as {@code sha256sum -c} reads them. */
  static void write(Path folder, List<Path> files) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path file : files.stream().sorted().toList()) {
      text.append(sha256(file)).append("  ").append(folder.relativize(file)).append('\n');
    }
    Files.writeString(folder.resolve("SHA256SUMS"), text);
  }
}
