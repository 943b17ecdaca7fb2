package dev.zonec.flows.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Objects of a log that occur again and again, such as the description of a pod, by their text as
 * it is in the log. A text takes the place of an earlier one; all are forgotten when they have more
 * than {@value #MOST_BYTES} bytes together.
 */
final class PartTable {
  /** The number of bytes of all texts. */
  static final long MOST_BYTES = 8 << 20;

  /** The length of the longest text that is remembered. */
  static final int LONGEST = 4_000;

  private static final int SLOTS = 1 << 14;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** An object. */
  private record Part(long hash, byte[] text, Fields fields) {}

  private final @Nullable Part[] parts = new @Nullable Part[SLOTS];
  private long bytes;

  /** Returns the fields of the object with a text; null if they are not remembered. */
  @Nullable Fields get(byte[] line, int from, int to) {
    long hash = hash(line, from, to);
    @Nullable Part part = parts[slot(hash)];
    return part != null
            && part.hash == hash
            && Arrays.equals(part.text, 0, part.text.length, line, from, to)
        ? part.fields
        : null;
  }

  /** Remembers the fields of an object, unless its text is long. */
  void put(byte[] line, int from, int to, Fields fields) {
    if (to - from > LONGEST) {
      return;
    }
    if (bytes + to - from > MOST_BYTES) {
      Arrays.fill(parts, null);
      bytes = 0;
    }
    long hash = hash(line, from, to);
    int slot = slot(hash);
    @Nullable Part before = parts[slot];
    bytes += to - from - (before == null ? 0 : before.text.length);
    parts[slot] = new Part(hash, Arrays.copyOfRange(line, from, to), fields);
  }

  /** Returns the number of bytes of the texts that are remembered. */
  long bytes() {
    return bytes;
  }

  private static int slot(long hash) {
    return (int) (hash >>> 32) & (SLOTS - 1);
  }

  private static long hash(byte[] line, int from, int to) {
    long hash = to - from;
    int at = from;
    for (; at + 8 <= to; at += 8) {
      hash = Long.rotateLeft((hash ^ (long) LONGS.get(line, at)) * 0x9e3779b97f4a7c15L, 29);
    }
    for (; at < to; at++) {
      hash = (hash ^ line[at]) * 0x9e3779b97f4a7c15L;
    }
    return hash ^ (hash >>> 31);
  }
}
