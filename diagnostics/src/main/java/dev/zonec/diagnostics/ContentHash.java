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
    byte[] content = String.join("\0", parts).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(sha256().digest(content), 0, BYTES);
  }

  /** Returns a new computation of a SHA-256, for hashes that must not collide. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
