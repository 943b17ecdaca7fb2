package dev.zonec.verifier.smt;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;

/**
 * Identifies a question to the solver by its content: a SHA-256 digest. Questions with equal keys
 * have the same assertions ({@link ExpressionDigests}).
 *
 * @param a the first 8 bytes of the digest
 * @param b the next 8 bytes
 * @param c the next 8 bytes
 * @param d the last 8 bytes
 */
public record QuestionKey(long a, long b, long c, long d) {
  /** The length of a key in bytes. */
  public static final int BYTES = 32;

  /** Reads the key that {@link #write} wrote. */
  public static QuestionKey read(ByteBuffer bytes) {
    return new QuestionKey(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
  }

  /** Appends the {@link #BYTES} bytes of the key. */
  public void write(ByteBuffer bytes) {
    bytes.putLong(a).putLong(b).putLong(c).putLong(d);
  }

  static QuestionKey of(byte[] digest) {
    LongBuffer words = ByteBuffer.wrap(digest).asLongBuffer();
    return new QuestionKey(words.get(0), words.get(1), words.get(2), words.get(3));
  }
}
