package dev.zonec.verifier.quotient;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** An immutable set of small non-negative integers. */
public final class Bits {
  private final long[] words;

  private Bits(long[] words) {
    this.words = words;
  }

  /** Returns the set of the numbers from 0 to {@code count - 1}. */
  public static Bits all(int count) {
    return range(0, count);
  }

  /** Returns the set of the numbers from {@code first} to {@code end - 1}. */
  public static Bits range(int first, int end) {
    BitSet bits = new BitSet(end);
    bits.set(first, end);
    return of(bits);
  }

  /** Returns the set of {@code members}. */
  public static Bits of(int... members) {
    BitSet bits = new BitSet();
    Arrays.stream(members).forEach(bits::set);
    return of(bits);
  }

  /** Returns the set of the members of {@code bits}. */
  public static Bits of(BitSet bits) {
    return new Bits(bits.toLongArray());
  }

  /** Returns the intersection. */
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

  /** Returns the numbers in this set that are not in {@code other}. */
  public Bits minus(Bits other) {
    BitSet bits = BitSet.valueOf(words);
    bits.andNot(BitSet.valueOf(other.words));
    return of(bits);
  }

  /** Returns the union. */
  public Bits or(Bits other) {
    BitSet bits = BitSet.valueOf(words);
    bits.or(BitSet.valueOf(other.words));
    return of(bits);
  }

  /** Returns whether the intersection is not empty. */
  public boolean intersects(Bits other) {
    int length = Math.min(words.length, other.words.length);
    for (int i = 0; i < length; i++) {
      if ((words[i] & other.words[i]) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether every number of {@code other} is in this set. */
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

  /** Returns whether {@code number} is in this set. */
  public boolean contains(int number) {
    int word = number >> 6;
    return word < words.length && (words[word] >> number & 1) != 0;
  }

  /** Returns the number of members. */
  public int size() {
    int count = 0;
    for (long word : words) {
      count += Long.bitCount(word);
    }
    return count;
  }

  /** Returns whether this set is empty. */
  public boolean isEmpty() {
    return words.length == 0;
  }

  /** Returns the members in ascending order. */
  public IntStream stream() {
    return BitSet.valueOf(words).stream();
  }

  /**
   * Returns the smallest member.
   *
   * @throws IllegalStateException if the set is empty
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
