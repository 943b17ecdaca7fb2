package dev.zonec.verifier.closed.bits;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A set of numbers below a fixed size, such as classes.
 *
 * <p>A row has one of two forms: a sorted array of its members while these are few, and words of
 * bits otherwise. Most rows of large worlds have few members, and their cost is then the number of
 * members and not the size. Rows of words share their words with their copies until one of them
 * changes, because many sources may connect to the same destinations. Invariant: {@link #words} is
 * null exactly if the members are {@link #few} up to {@link #count}, in ascending order; words that
 * are shared are never written.
 */
public final class BitRow {
  private static final int[] NO_MEMBERS = {};

  /** A row of at most so many numbers is always words. */
  private static final int SMALL = 512;

  private final int size;
  private int[] few = NO_MEMBERS;
  private int count;
  private long @Nullable [] words;
  private boolean shared;

  /** Whether all bits are known to be set. */
  private boolean full;

  private BitRow(int size) {
    this.size = size;
  }

  /** Returns a row for the numbers below {@code size} without members. */
  public static BitRow empty(int size) {
    BitRow row = new BitRow(size);
    if (size <= SMALL) {
      row.words = new long[wordsOf(size)];
    }
    return row;
  }

  /** Returns a row with all numbers below {@code size}. */
  public static BitRow full(int size) {
    BitRow row = new BitRow(size);
    long[] all = new long[wordsOf(size)];
    Arrays.fill(all, -1L);
    if ((size & 63) != 0) {
      all[all.length - 1] = (1L << (size & 63)) - 1;
    }
    row.words = all;
    row.full = true;
    return row;
  }

  private static int wordsOf(int size) {
    return (size + 63) >>> 6;
  }

  /** Returns the greatest number of members for which an array takes less memory than words. */
  private int most() {
    return size >>> 5;
  }

  /** Returns another row with the same members. */
  public BitRow copy() {
    BitRow copy = new BitRow(size);
    copy.become(this);
    return copy;
  }

  /** Takes the members of {@code other}. */
  private void become(BitRow other) {
    count = other.count;
    full = other.full;
    if (other.words == null) {
      words = null;
      few = Arrays.copyOf(other.few, other.count);
    } else {
      other.shared = true;
      words = other.words;
      few = NO_MEMBERS;
      shared = true;
    }
  }

  /** Returns words that may be written. */
  private long[] own() {
    full = false;
    long[] mine = words;
    if (mine == null) {
      mine = new long[wordsOf(size)];
      for (int i = 0; i < count; i++) {
        mine[few[i] >>> 6] |= 1L << (few[i] & 63);
      }
      few = NO_MEMBERS;
      count = 0;
    } else if (shared) {
      mine = mine.clone();
    }
    words = mine;
    shared = false;
    return mine;
  }

  /** Returns the size, which is greater than every member. */
  public int size() {
    return size;
  }

  /** Whether {@code number} is a member. */
  public boolean get(int number) {
    return words == null
        ? Arrays.binarySearch(few, 0, count, number) >= 0
        : (words[number >>> 6] >>> (number & 63) & 1) != 0;
  }

  /** Adds {@code number}. */
  public void set(int number) {
    if (words != null) {
      if (!get(number)) {
        own()[number >>> 6] |= 1L << (number & 63);
      }
      return;
    }
    int at =
        count == 0 || few[count - 1] < number
            ? -count - 1
            : Arrays.binarySearch(few, 0, count, number);
    if (at >= 0) {
      return;
    }
    if (count >= most()) {
      own()[number >>> 6] |= 1L << (number & 63);
      return;
    }
    int place = -at - 1;
    if (count == few.length) {
      few = Arrays.copyOf(few, Math.max(4, count * 2));
    }
    System.arraycopy(few, place, few, place + 1, count - place);
    few[place] = number;
    count++;
  }

  /** Removes {@code number}. */
  public void clear(int number) {
    if (words != null) {
      if (get(number)) {
        own()[number >>> 6] &= ~(1L << (number & 63));
      }
      return;
    }
    int at = Arrays.binarySearch(few, 0, count, number);
    if (at >= 0) {
      System.arraycopy(few, at + 1, few, at, count - at - 1);
      count--;
    }
  }

  /** Adds the members of {@code other}. */
  public void or(BitRow other) {
    if (full || other.isKnownEmpty()) {
      return;
    }
    if (other.full || (isKnownEmpty() && other.words != null)) {
      become(other);
    } else if (other.words == null) {
      if (words == null) {
        merge(other);
      } else {
        for (int i = 0; i < other.count; i++) {
          set(other.few[i]);
        }
      }
    } else {
      long[] mine = own();
      long[] others = other.words;
      for (int i = 0; i < mine.length; i++) {
        mine[i] |= others[i];
      }
    }
  }

  /** Whether the row has no members, as far as this is known without looking at words. */
  private boolean isKnownEmpty() {
    return words == null && count == 0;
  }

  private void merge(BitRow other) {
    int[] all = new int[count + other.count];
    int length = 0;
    int i = 0;
    int j = 0;
    while (i < count || j < other.count) {
      if (j == other.count || (i < count && few[i] < other.few[j])) {
        all[length++] = few[i++];
      } else {
        if (i < count && few[i] == other.few[j]) {
          i++;
        }
        all[length++] = other.few[j++];
      }
    }
    few = all;
    count = length;
    if (count > most()) {
      own();
    }
  }

  /** Removes the numbers that are not members of {@code other}. */
  public void and(BitRow other) {
    if (full) {
      become(other);
    } else if (words == null) {
      keep(other, true);
    } else if (other.words == null) {
      int[] both = new int[other.count];
      int length = 0;
      for (int i = 0; i < other.count; i++) {
        if (get(other.few[i])) {
          both[length++] = other.few[i];
        }
      }
      words = null;
      shared = false;
      few = both;
      count = length;
    } else if (!other.full) {
      long[] mine = own();
      long[] others = other.words;
      int members = 0;
      for (int i = 0; i < mine.length; i++) {
        mine[i] &= others[i];
        members += Long.bitCount(mine[i]);
      }
      shrink(mine, members);
    }
  }

  /** Removes the members of {@code other}. */
  public void andNot(BitRow other) {
    if (words == null) {
      keep(other, false);
    } else if (other.words == null) {
      for (int i = 0; i < other.count; i++) {
        clear(other.few[i]);
      }
    } else {
      long[] mine = own();
      long[] others = other.words;
      int members = 0;
      for (int i = 0; i < mine.length; i++) {
        mine[i] &= ~others[i];
        members += Long.bitCount(mine[i]);
      }
      shrink(mine, members);
    }
  }

  /** Keeps the few members that are in {@code other}, or those that are not. */
  private void keep(BitRow other, boolean in) {
    int length = 0;
    for (int i = 0; i < count; i++) {
      if (other.get(few[i]) == in) {
        few[length++] = few[i];
      }
    }
    count = length;
  }

  /** Writes few members as an array. Half of the limit avoids a change back and forth. */
  private void shrink(long[] mine, int members) {
    if (size <= SMALL || members > most() / 2) {
      return;
    }
    int[] found = new int[members];
    int length = 0;
    for (int i = 0; length < members; i++) {
      for (long word = mine[i]; word != 0; word &= word - 1) {
        found[length++] = (i << 6) + Long.numberOfTrailingZeros(word);
      }
    }
    words = null;
    few = found;
    count = length;
  }

  /** Whether the row has no members. */
  public boolean isEmpty() {
    return next(0) < 0;
  }

  /** Whether the row has all numbers. */
  public boolean isFull() {
    return full || count() == size;
  }

  /** Whether a number is a member of both rows. */
  public boolean intersects(BitRow other) {
    return nextOfBoth(other) >= 0;
  }

  /** Returns the first number that is a member of both rows, or -1 if there is none. */
  public int nextOfBoth(BitRow other) {
    if (words != null && other.words != null) {
      for (int i = 0; i < words.length; i++) {
        long both = words[i] & other.words[i];
        if (both != 0) {
          return (i << 6) + Long.numberOfTrailingZeros(both);
        }
      }
      return -1;
    }
    BitRow array = words == null ? this : other;
    BitRow tested = words == null ? other : this;
    for (int i = 0; i < array.count; i++) {
      if (tested.get(array.few[i])) {
        return array.few[i];
      }
    }
    return -1;
  }

  /** Returns the number of members. */
  public int count() {
    if (words == null) {
      return count;
    }
    int members = 0;
    for (long word : words) {
      members += Long.bitCount(word);
    }
    return members;
  }

  /** Returns the first member at or after {@code from}, or -1 if there is none. */
  public int next(int from) {
    if (words == null) {
      int at = Arrays.binarySearch(few, 0, count, from);
      int place = at >= 0 ? at : -at - 1;
      return place < count ? few[place] : -1;
    }
    int index = from >>> 6;
    if (index >= words.length) {
      return -1;
    }
    long word = words[index] & -1L << (from & 63);
    while (word == 0) {
      index++;
      if (index == words.length) {
        return -1;
      }
      word = words[index];
    }
    return (index << 6) + Long.numberOfTrailingZeros(word);
  }

  /** Returns the first number below the size at or after {@code from} that is no member, or -1. */
  public int nextAbsent(int from) {
    if (words == null) {
      int at = Arrays.binarySearch(few, 0, count, from);
      int absent = from;
      for (int i = at; i >= 0 && i < count && few[i] == absent; i++) {
        absent++;
      }
      return absent < size ? absent : -1;
    }
    if (from >= size) {
      return -1;
    }
    int index = from >>> 6;
    long word = ~words[index] & -1L << (from & 63);
    while (word == 0) {
      index++;
      if (index == words.length) {
        return -1;
      }
      word = ~words[index];
    }
    int absent = (index << 6) + Long.numberOfTrailingZeros(word);
    return absent < size ? absent : -1;
  }

  /** Returns the members as a set of bits. */
  public BitSet toBitSet() {
    if (words != null) {
      return BitSet.valueOf(words);
    }
    BitSet bits = new BitSet();
    for (int i = 0; i < count; i++) {
      bits.set(few[i]);
    }
    return bits;
  }

  /** Adds the members that {@code added} has as words. The caller must not write them later. */
  void orWords(long[] added) {
    BitRow other = new BitRow(size);
    other.words = added;
    int members = other.count();
    if (members <= most() / 2) {
      other.shrink(added, members);
    }
    or(other);
  }

  /** Returns the words of this row, or null if it is an array. Callers do not write them. */
  long @Nullable [] words() {
    return words;
  }

  /** Whether both rows have the same members, whatever their forms. */
  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof BitRow row) || row.size != size) {
      return false;
    }
    if (words != null && row.words != null) {
      return Arrays.equals(words, row.words);
    }
    if (count() != row.count()) {
      return false;
    }
    BitRow array = words == null ? this : row;
    BitRow tested = words == null ? row : this;
    for (int i = 0; i < array.count; i++) {
      if (!tested.get(array.few[i])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = size;
    if (words == null) {
      int i = 0;
      while (i < count) {
        int index = few[i] >>> 6;
        long word = 0;
        for (; i < count && few[i] >>> 6 == index; i++) {
          word |= 1L << (few[i] & 63);
        }
        hash = mixed(hash, index, word);
      }
      return hash;
    }
    for (int i = 0; i < words.length; i++) {
      if (words[i] != 0) {
        hash = mixed(hash, i, words[i]);
      }
    }
    return hash;
  }

  private static int mixed(int hash, int index, long word) {
    return 31 * (31 * hash + index) + Long.hashCode(word);
  }
}
