package dev.zonec.application.cache;

import dev.zonec.diagnostics.ContentHash;
import dev.zonec.verifier.smt.QuestionKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * The content of one file of a cache: the keys of obligations that one build of zonec proved.
 *
 * <p>The bytes are a line {@code zonec obligations 1 BUILD}, the keys, and the SHA-256 of all of
 * this. A file that was cut or changed does not match its checksum. The checksum is no signature: a
 * user who can write the folder can also write a valid file.
 *
 * @param build the id of the build
 * @param keys the keys
 */
record Segment(String build, Set<QuestionKey> keys) {
  private static final String FORM = "zonec obligations 1 ";
  private static final int CHECKSUM = 32;

  /** Copies the keys. */
  Segment {
    keys = Set.copyOf(keys);
  }

  /** Returns the bytes of a file with {@code keys}. */
  static byte[] bytes(String build, Collection<QuestionKey> keys) {
    byte[] head = (FORM + build + "\n").getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.allocate(head.length + keys.size() * QuestionKey.BYTES + CHECKSUM);
    out.put(head);
    keys.forEach(key -> key.write(out));
    MessageDigest sha256 = ContentHash.sha256();
    sha256.update(out.array(), 0, out.position());
    out.put(sha256.digest());
    return out.array();
  }

  /** Reads the bytes of a file; empty if they are not complete and unchanged. */
  static Optional<Segment> read(byte[] bytes) {
    int end = bytes.length - CHECKSUM;
    if (end < 0) {
      return Optional.empty();
    }
    MessageDigest sha256 = ContentHash.sha256();
    sha256.update(bytes, 0, end);
    if (!Arrays.equals(sha256.digest(), Arrays.copyOfRange(bytes, end, bytes.length))) {
      return Optional.empty();
    }
    int line = 0;
    while (line < end && bytes[line] != '\n') {
      line++;
    }
    String head = new String(bytes, 0, line, StandardCharsets.UTF_8);
    int length = end - line - 1;
    if (!head.startsWith(FORM) || length < 0 || length % QuestionKey.BYTES != 0) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, line + 1, length);
    Set<QuestionKey> keys = new HashSet<>();
    while (in.hasRemaining()) {
      keys.add(QuestionKey.read(in));
    }
    return Optional.of(new Segment(head.substring(FORM.length()), keys));
  }

  /** Returns a name for a file with {@code bytes}, which other content does not have. */
  static String name(byte[] bytes) {
    return HexFormat.of().formatHex(ContentHash.sha256().digest(bytes), 0, 16);
  }
}
