package dev.zonec.flows.log;

import dev.zonec.flows.observed.Slots;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Texts that occur again and again in a log, such as addresses and labels. Equal texts are usually
 * one object, which is found without a copy of its characters. {@value #SLOTS} texts of up to
 * {@value #LONGEST} characters are remembered; a text takes the place of an earlier one.
 */
public final class Symbols {
  /** The number of texts that are remembered. */
  static final int SLOTS = 1 << 13;

  /** The length of the longest text that is remembered. */
  static final int LONGEST = 128;

  private final @Nullable String[] known = new @Nullable String[SLOTS];

  /** Creates an empty table. */
  public Symbols() {}

  /** Returns the text of {@code length} characters from {@code from} on. */
  public String of(char[] chars, int from, int length) {
    if (length == 0) {
      return "";
    }
    if (length > LONGEST) {
      return new String(chars, from, length);
    }
    int hash = 0;
    int i = from;
    int stop = from + length;
    // The same as one step for each character, but the steps do not wait for each other.
    for (; i + 4 <= stop; i += 4) {
      hash =
          31 * 31 * 31 * 31 * hash
              + 31 * 31 * 31 * chars[i]
              + 31 * 31 * chars[i + 1]
              + 31 * chars[i + 2]
              + chars[i + 3];
    }
    for (; i < stop; i++) {
      hash = 31 * hash + chars[i];
    }
    int slot = Slots.of(hash, SLOTS);
    @Nullable String last = known[slot];
    if (last != null && last.hashCode() == hash && equal(last, chars, from, length)) {
      return last;
    }
    String fresh = new String(chars, from, length);
    known[slot] = fresh;
    return fresh;
  }

  /** Returns the text that {@code length} bytes of UTF-8 from {@code from} on are. */
  public String of(byte[] bytes, int from, int length) {
    if (length == 0) {
      return "";
    }
    int hash = 0;
    int signs = 0;
    for (int i = from; i < from + length; i++) {
      hash = 31 * hash + bytes[i];
      signs |= bytes[i];
    }
    if (signs < 0 || length > LONGEST) {
      return new String(bytes, from, length, StandardCharsets.UTF_8);
    }
    int slot = Slots.of(hash, SLOTS);
    @Nullable String last = known[slot];
    if (last != null && last.hashCode() == hash && equal(last, bytes, from, length)) {
      return last;
    }
    String fresh = new String(bytes, from, length, StandardCharsets.US_ASCII);
    known[slot] = fresh;
    return fresh;
  }

  private static boolean equal(String text, char[] chars, int from, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != chars[from + i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean equal(String text, byte[] bytes, int from, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }
}
