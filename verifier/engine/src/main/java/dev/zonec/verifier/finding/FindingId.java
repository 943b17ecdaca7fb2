package dev.zonec.verifier.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The stable id of a finding, such as {@code undeclared-connection-3f9a1c2b7d4e}. It depends on the
 * content of the finding and not on its place: comments, the order of statements and files, and
 * unrelated flows and policies do not change it. See {@code spec/verification.md}, "Output for
 * programs".
 *
 * @param value the kind of the finding, and twelve hexadecimal digits
 */
public record FindingId(String value) {
  private static final int BYTES = 6;

  /** Returns the id of a finding of {@code kind} with {@code facts}. */
  static FindingId of(String kind, List<String> facts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(kind.getBytes(StandardCharsets.UTF_8));
      for (String fact : facts) {
        digest.update((byte) 0);
        digest.update(fact.getBytes(StandardCharsets.UTF_8));
      }
      byte[] bytes = digest.digest();
      return new FindingId(kind + "-" + HexFormat.of().formatHex(bytes, 0, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
