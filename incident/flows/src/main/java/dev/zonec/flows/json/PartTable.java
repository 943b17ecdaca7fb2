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

  /** The number of bytes by which an object is found where its end is not known. */
  private static final int BEGINNING = 24;

  private static final int SLOTS = 1 << 14;

  /** Eight bytes as one number. */
  static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** An object. */
  static final class Part {
    private final long hash;
    private final byte[] text;
    private final FieldTree wanted;
    private final Fields fields;

    private Part(long hash, byte[] text, FieldTree wanted, Fields fields) {
      this.hash = hash;
      this.text = text;
      this.wanted = wanted;
      this.fields = fields;
    }

    /** Returns the number of bytes of its text. */
    int length() {
      return text.length;
    }

    /** Returns the fields that were read. */
    FieldTree wanted() {
      return wanted;
    }

    /** Returns the values of the fields. */
    Fields fields() {
      return fields;
    }

    /** Whether the bytes from {@code from} on begin with the object. */
    private boolean begins(byte[] line, int from, int stop) {
      int end = from + text.length;
      return end <= stop && Arrays.equals(text, 0, text.length, line, from, end);
    }
  }

  private final @Nullable Part[] parts = new @Nullable Part[SLOTS];
  private final @Nullable Part[] byBeginning = new @Nullable Part[SLOTS];
  private long bytes;

  /** Returns the fields of the object with a text; null if they are not remembered. */
  @SuppressWarnings("ReferenceEquality") // A reader has one tree for each kind of object.
  @Nullable Fields get(byte[] line, int from, int to, FieldTree wanted) {
    long hash = hash(line, from, to);
    @Nullable Part part = parts[slot(hash)];
    return part != null
            && part.hash == hash
            && part.wanted == wanted
            && part.text.length == to - from
            && part.begins(line, from, to)
        ? part.fields
        : null;
  }

  /** Returns an object with which the bytes from {@code from} on begin; null if there is none. */
  @Nullable Part beginning(byte[] line, int from, int stop) {
    if (stop - from < BEGINNING) {
      return null;
    }
    @Nullable Part part = byBeginning[slot(hash(line, from, from + BEGINNING))];
    return part != null && part.begins(line, from, stop) ? part : null;
  }

  /** Remembers the fields of an object, unless its text is long. */
  void put(byte[] line, int from, int to, FieldTree wanted, Fields fields) {
    if (to - from > LONGEST) {
      return;
    }
    if (bytes + to - from > MOST_BYTES) {
      Arrays.fill(parts, null);
      Arrays.fill(byBeginning, null);
      bytes = 0;
    }
    long hash = hash(line, from, to);
    int slot = slot(hash);
    @Nullable Part before = parts[slot];
    if (before != null) {
      bytes -= before.text.length;
      forgetBeginning(before);
    }
    bytes += to - from;
    Part part = new Part(hash, Arrays.copyOfRange(line, from, to), wanted, fields);
    parts[slot] = part;
    if (part.text.length >= BEGINNING) {
      byBeginning[slot(hash(part.text, 0, BEGINNING))] = part;
    }
  }

  @SuppressWarnings("ReferenceEquality") // The place can have another object by now.
  private void forgetBeginning(Part part) {
    if (part.text.length >= BEGINNING) {
      int slot = slot(hash(part.text, 0, BEGINNING));
      if (byBeginning[slot] == part) {
        byBeginning[slot] = null;
      }
    }
  }

  /** Returns the number of bytes of the texts that are remembered. */
  long bytes() {
    return bytes;
  }

  private static int slot(long hash) {
    return (int) (hash >>> 32) & (SLOTS - 1);
  }

  private static long hash(byte[] line, int from, int to) {
    long hash = (long) to - from;
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
