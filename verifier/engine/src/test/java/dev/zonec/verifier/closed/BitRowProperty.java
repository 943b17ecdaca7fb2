package dev.zonec.verifier.closed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.verifier.closed.bits.BitMatrix;
import dev.zonec.verifier.closed.bits.BitRow;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Rows behave like plain sets of bits, in any form and whatever they share. */
final class BitRowProperty {
  private static final int[] SIZES = {1, 63, 64, 65, 500, 513, 2000, 5000};

  @Property(tries = 500)
  void operationsEqualThoseOfBitSets(@ForAll long seed) {
    Random random = new Random(seed);
    int size = SIZES[random.nextInt(SIZES.length)];
    List<BitRow> rows = new ArrayList<>();
    List<BitSet> sets = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      rows.add(i == 3 ? BitRow.full(size) : BitRow.empty(size));
      sets.add(new BitSet());
    }
    sets.get(3).set(0, size);
    for (int step = 0; step < 60; step++) {
      int to = random.nextInt(rows.size());
      int from = random.nextInt(rows.size());
      switch (random.nextInt(8)) {
        case 0, 1 -> {
          int most = random.nextInt(4) == 0 ? size : 1 + size / 40;
          for (int i = random.nextInt(most + 1); i > 0; i--) {
            int number = random.nextInt(size);
            rows.get(to).set(number);
            sets.get(to).set(number);
          }
        }
        case 2 -> {
          int number = random.nextInt(size);
          rows.get(to).clear(number);
          sets.get(to).clear(number);
        }
        case 3 -> {
          rows.set(to, rows.get(from).copy());
          sets.set(to, (BitSet) sets.get(from).clone());
        }
        case 4 -> {
          rows.get(to).or(rows.get(from));
          sets.get(to).or(sets.get(from));
        }
        case 5 -> {
          rows.get(to).and(rows.get(from));
          sets.get(to).and(sets.get(from));
        }
        case 6 -> {
          rows.get(to).andNot(rows.get(from));
          sets.get(to).andNot((BitSet) sets.get(from).clone());
        }
        default -> {
          int limit = random.nextInt(size + 1);
          for (int number = 0; number < limit; number++) {
            rows.get(to).set(number);
          }
          sets.get(to).set(0, limit);
        }
      }
      check(rows, sets, size, random);
    }
  }

  private static void check(List<BitRow> rows, List<BitSet> sets, int size, Random random) {
    for (int i = 0; i < rows.size(); i++) {
      BitRow row = rows.get(i);
      BitSet set = sets.get(i);
      assertThat(row.toBitSet()).isEqualTo(set);
      assertThat(row.count()).isEqualTo(set.cardinality());
      assertThat(row.isEmpty()).isEqualTo(set.isEmpty());
      assertThat(row.isFull()).isEqualTo(set.cardinality() == size);
      int number = random.nextInt(size);
      assertThat(row.get(number)).isEqualTo(set.get(number));
      assertThat(row.next(number)).isEqualTo(set.nextSetBit(number));
      BitSet other = sets.get((i + 1) % sets.size());
      BitRow otherRow = rows.get((i + 1) % sets.size());
      assertThat(row.intersects(otherRow)).isEqualTo(set.intersects(other));
      BitSet both = (BitSet) set.clone();
      both.and(other);
      assertThat(row.nextOfBoth(otherRow)).isEqualTo(both.nextSetBit(0));
      assertThat(row.equals(otherRow)).isEqualTo(set.equals(other));
      if (set.equals(other)) {
        assertThat(row).hasSameHashCodeAs(otherRow);
      }
      BitRow plain = BitRow.empty(size);
      set.stream().forEach(plain::set);
      assertThat(row).isEqualTo(plain).hasSameHashCodeAs(plain);
    }
  }

  @Property(tries = 60)
  void transpositionTurnsEveryPair(@ForAll long seed) {
    Random random = new Random(seed);
    int size = SIZES[random.nextInt(6)] + random.nextInt(3);
    BitRow[] rows = new BitRow[size];
    for (int i = 0; i < size; i++) {
      rows[i] = random.nextInt(20) == 0 ? BitRow.full(size) : BitRow.empty(size);
      for (int k = random.nextInt(random.nextInt(5) == 0 ? size + 1 : 4); k > 0; k--) {
        rows[i].set(random.nextInt(size));
      }
    }
    BitMatrix matrix = new BitMatrix(rows);
    BitMatrix turned = matrix.transposed();
    assertThat(turned.count()).isEqualTo(matrix.count());
    for (int i = 0; i < size; i++) {
      for (int c = matrix.next(i, 0); c >= 0; c = matrix.next(i, c + 1)) {
        assertThat(turned.get(c, i)).isTrue();
      }
    }
  }
}
