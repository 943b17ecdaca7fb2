package dev.zonec.verifier.quotient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Label sets agree with the slow version: a list of the values of every key. */
class LabelSetsProperty {
  private static final int MOST_KEYS = 6;

  @Property(tries = 3_000)
  void setsAgreeWithListsOfAllKeys(@ForAll Random random) {
    List<LabelKey> keys = keys(random);
    LabelSets one = sets(keys, random);
    LabelSets other = sets(keys, random);
    List<Bits> slowOne = one.toList();
    List<Bits> slowOther = other.toList();

    List<Bits> both =
        IntStream.range(0, keys.size())
            .mapToObj(key -> slowOne.get(key).and(slowOther.get(key)))
            .toList();
    assertThat(one.and(other).toList()).isEqualTo(both);
    assertThat(one.intersects(other)).isEqualTo(both.stream().noneMatch(Bits::isEmpty));
    assertThat(one.isImpossible()).isEqualTo(slowOne.stream().anyMatch(Bits::isEmpty));
    assertThat(one.containsAll(other))
        .isEqualTo(
            IntStream.range(0, keys.size())
                .allMatch(key -> slowOne.get(key).containsAll(slowOther.get(key))));
    assertThat(one.lacking(other, keys.size()))
        .isEqualTo(
            IntStream.range(0, keys.size())
                .filter(key -> !slowOne.get(key).containsAll(slowOther.get(key)))
                .toArray());
    assertThat(one.restricted().boxed())
        .isEqualTo(
            IntStream.range(0, keys.size())
                .filter(key -> !slowOne.get(key).equals(Bits.all(keys.get(key).size())))
                .boxed()
                .toList());
    assertThat(one.present().boxed())
        .isEqualTo(
            IntStream.range(0, keys.size())
                .filter(key -> !slowOne.get(key).contains(LabelKey.ABSENT))
                .boxed()
                .toList());
  }

  @Property(tries = 1_000)
  void setsWithOtherValuesForAKeyAgree(@ForAll Random random) {
    List<LabelKey> keys = keys(random);
    LabelSets sets = sets(keys, random);
    int key = random.nextInt(keys.size());
    Bits values = values(keys.get(key), random);
    List<Bits> slow = new ArrayList<>(sets.toList());
    slow.set(key, values);

    assertThat(sets.with(key, values).toList()).isEqualTo(slow);
    assertThat(sets.with(key, values).get(key)).isEqualTo(values);
  }

  @Property(tries = 1_000)
  void labelsOfAPodAreTheSmallestOfTheirSets(@ForAll Random random) {
    List<LabelKey> keys = keys(random);
    Map<String, String> labels = labels(keys, random);
    List<Integer> values = keys.stream().map(key -> key.indexIn(labels)).toList();
    LabelSets exactly = LabelSets.exactly(keys, labels);

    assertThat(exactly.smallest()).isEqualTo(values);
    assertThat(exactly).isEqualTo(LabelSets.one(keys, values));
    assertThat(exactly.toList()).isEqualTo(values.stream().map(Bits::of).toList());
    LabelSets sets = sets(keys, random);
    assertThat(sets.allow(values)).isEqualTo(sets.containsAll(exactly));
  }

  private static List<LabelKey> keys(Random random) {
    return IntStream.rangeClosed(0, random.nextInt(MOST_KEYS))
        .mapToObj(key -> new LabelKey("k" + key, List.of("a", "b").subList(0, random.nextInt(3))))
        .toList();
  }

  /** Returns sets of each kind of default; some with a key that allows no value. */
  private static LabelSets sets(List<LabelKey> keys, Random random) {
    LabelSets sets =
        switch (random.nextInt(3)) {
          case 0 -> LabelSets.any(keys);
          case 1 -> LabelSets.exactly(keys, labels(keys, random));
          default -> LabelSets.of(keys, keys.stream().map(key -> values(key, random)).toList());
        };
    for (int changes = random.nextInt(4); changes > 0; changes--) {
      int key = random.nextInt(keys.size());
      sets = sets.with(key, values(keys.get(key), random));
    }
    return sets;
  }

  private static Bits values(LabelKey key, Random random) {
    if (random.nextInt(3) == 0) {
      return Bits.all(key.size());
    }
    BitSet bits = new BitSet();
    for (int value = 0; value < key.size(); value++) {
      bits.set(value, random.nextInt(3) > 0);
    }
    return Bits.of(bits);
  }

  private static Map<String, String> labels(List<LabelKey> keys, Random random) {
    Map<String, String> labels = new TreeMap<>(Map.of("unknown", "value"));
    for (LabelKey key : keys) {
      if (random.nextBoolean()) {
        labels.put(key.key(), List.of("a", "b", "c").get(random.nextInt(3)));
      }
    }
    return labels;
  }
}
