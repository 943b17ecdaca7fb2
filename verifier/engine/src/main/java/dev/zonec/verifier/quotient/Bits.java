package dev.zonec.verifier.quotient;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** An immutable set of small numbers. */
public final class Bits {
  private final long[] words;

  private Bits(long[] words) {
    this.words = words;
  }

  /** The set of {@code 0} to {@code count - 1}. */
  public static Bits all(int count) {
    BitSet bits = new BitSet(count);
    bits.set(0, count);
    return of(bits);
  }

  /** The set of exactly {@code members}. */
  public static Bits of(int... members) {
    BitSet bits = new BitSet();
    Arrays.stream(members).forEach(bits::set);
    return of(bits);
  }

  /** The set with the members of {@code bits}. */
  public static Bits of(BitSet bits) {
    return new Bits(bits.toLongArray());
  }

  /** What is in both. */
  public Bits and(Bits other) {
    int length = Math.min(words.length, other.words.length);
    while (length > 0 && (words[length - 1] & other.words[length - 1]) == 0) {
      length--;
    }
    long[] out = new long[length];
    for (int i = 0; i < length; i++) {
      out[i] = words[i] & other.words[i];
    }
    return new Bits(out);
  }

  /** What is in this set and not in {@code other}. */
  public Bits minus(Bits other) {
    BitSet bits = BitSet.valueOf(words);
    bits.andNot(BitSet.valueOf(other.words));
    return of(bits);
  }

  /** What is in either. */
  public Bits or(Bits other) {
    BitSet bits = BitSet.valueOf(words);
    bits.or(BitSet.valueOf(other.words));
    return of(bits);
  }

  /** Whether some number is in both. */
  public boolean intersects(Bits other) {
    int length = Math.min(words.length, other.words.length);
    for (int i = 0; i < length; i++) {
      if ((words[i] & other.words[i]) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether every number of {@code other} is in this set. */
  public boolean containsAll(Bits other) {
    if (other.words.length > words.length) {
      return false;
    }
    for (int i = 0; i < other.words.length; i++) {
      if ((other.words[i] & ~words[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether {@code number} is in it. */
  public boolean contains(int number) {
    int word = number >> 6;
    return word < words.length && (words[word] >> number & 1) != 0;
  }

  /** Whether nothing is in it. */
  public boolean isEmpty() {
    return words.length == 0;
  }

  /** The members, ascending. */
  public IntStream stream() {
    return BitSet.valueOf(words).stream();
  }

  /**
   * The smallest member.
   *
   * @throws IllegalStateException if there is none
   */
  public int first() {
    for (int i = 0; i < words.length; i++) {
      if (words[i] != 0) {
        return i * 64 + Long.numberOfTrailingZeros(words[i]);
      }
    }
    throw new IllegalStateException("the set is empty");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bits bits && Arrays.equals(words, bits.words);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }

  @Override
  public String toString() {
    return BitSet.valueOf(words).toString();
  }
}
