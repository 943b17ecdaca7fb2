package dev.zonec.diagnostics;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short hashes of content, for ids that remain the same while the content does. */
public final class ContentHash {
  private static final int BYTES = 6;

  private ContentHash() {}

  /**
   * Returns the first twelve hexadecimal digits of the SHA-256 of {@code parts} in UTF-8, with a
   * null character between two parts.
   */
  public static String of(String... parts) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
