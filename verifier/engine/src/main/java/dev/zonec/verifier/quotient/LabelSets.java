package dev.zonec.verifier.quotient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A set of allowed values for each label key of a vocabulary.
 *
 * <p>A selector is about few of the keys, and a workload has few of the labels, so only some keys
 * are listed with their values. All others have the same default: any value, or absence only.
 * Invariant: the listed keys ascend, and the values of a listed key differ from the default. The
 * operations look at the listed keys only; their cost does not depend on the number of all keys.
 */
public final class LabelSets {
  private static final Bits ABSENCE = Bits.of(LabelKey.ABSENT);

  private final List<LabelKey> keys;
  private final boolean othersAbsent;
  private final int[] listed;
  private final Bits[] values;

  private LabelSets(List<LabelKey> keys, boolean othersAbsent, int[] listed, Bits[] values) {
    this.keys = keys;
    this.othersAbsent = othersAbsent;
    this.listed = listed;
    this.values = values;
  }

  /** Allows every value of each of {@code keys}. */
  public static LabelSets any(List<LabelKey> keys) {
    return new LabelSets(keys, false, new int[0], new Bits[0]);
  }

  /** Allows {@code values.get(i)} for the key {@code keys.get(i)}. */
  public static LabelSets of(List<LabelKey> keys, List<Bits> values) {
    Builder builder = new Builder(keys, false, keys.size());
    for (int key = 0; key < keys.size(); key++) {
      builder.add(key, values.get(key));
    }
    return builder.build();
  }

  /** Allows one value for each key: {@code values.get(i)} for the key {@code keys.get(i)}. */
  public static LabelSets one(List<LabelKey> keys, List<Integer> values) {
    Builder builder = new Builder(keys, true, 8);
    for (int key = 0; key < keys.size(); key++) {
      if (values.get(key) != LabelKey.ABSENT) {
        builder.add(key, Bits.of(values.get(key)));
      }
    }
    return builder.build();
  }

  /**
   * Allows exactly {@code labels}: the values of some of {@code keys}, and absence of all others.
   */
  public static LabelSets exactly(List<LabelKey> keys, Map<String, String> labels) {
    SortedMap<Integer, Bits> known = new TreeMap<>();
    labels.forEach(
        (name, value) -> {
          int key = LabelKey.indexOf(keys, name);
          if (key >= 0) {
            known.put(key, Bits.of(keys.get(key).indexOf(value)));
          }
        });
    Builder builder = new Builder(keys, true, known.size());
    known.forEach(builder::add);
    return builder.build();
  }

  /** Returns the number of keys. */
  public int size() {
    return keys.size();
  }

  /** Returns the allowed values of the key with this number. */
  public Bits get(int key) {
    int at = Arrays.binarySearch(listed, key);
    return at < 0 ? otherwise(key) : values[at];
  }

  private Bits otherwise(int key) {
    return othersAbsent ? ABSENCE : Bits.all(keys.get(key).size());
  }

  /** Returns the numbers of the keys that do not allow every value, in ascending order. */
  public IntStream restricted() {
    return othersAbsent
        ? IntStream.range(0, keys.size()).filter(key -> !isAny(key, get(key)))
        : Arrays.stream(listed);
  }

  /** Returns the numbers of the keys that do not allow absence, in ascending order. */
  public IntStream present() {
    return IntStream.range(0, listed.length)
        .filter(i -> !values[i].contains(LabelKey.ABSENT))
        .map(i -> listed[i]);
  }

  private boolean isAny(int key, Bits some) {
    return some.size() == keys.get(key).size();
  }

  /** Returns the allowed values of each key, in the order of the keys. */
  public Stream<Bits> stream() {
    return IntStream.range(0, keys.size()).mapToObj(this::get);
  }

  /** Returns the allowed values of each key, in the order of the keys. */
  public List<Bits> toList() {
    return stream().toList();
  }

  /** Returns the smallest allowed value of each key, in the order of the keys. */
  public List<Integer> smallest() {
    List<Integer> out =
        new ArrayList<>(java.util.Collections.nCopies(keys.size(), LabelKey.ABSENT));
    for (int i = 0; i < listed.length; i++) {
      out.set(listed[i], values[i].first());
    }
    return out;
  }

  /** Returns the same sets, with other values for one key. */
  public LabelSets with(int key, Bits some) {
    Builder builder = new Builder(keys, othersAbsent, listed.length + 1);
    int i = 0;
    for (; i < listed.length && listed[i] < key; i++) {
      builder.add(listed[i], values[i]);
    }
    builder.add(key, some);
    for (; i < listed.length; i++) {
      if (listed[i] != key) {
        builder.add(listed[i], values[i]);
      }
    }
    return builder.build();
  }

  /** Returns whether some key allows no value, so that no pod has such labels. */
  public boolean isImpossible() {
    for (Bits each : values) {
      if (each.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether each of {@code labels}, the value of every key, is allowed. */
  public boolean allow(List<Integer> labels) {
    if (othersAbsent) {
      return IntStream.range(0, keys.size()).allMatch(key -> get(key).contains(labels.get(key)));
    }
    for (int i = 0; i < listed.length; i++) {
      if (!values[i].contains(labels.get(listed[i]))) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether some labels are allowed by both. */
  public boolean intersects(LabelSets other) {
    // Both defaults contain absence, so only listed keys can exclude each other.
    int i = 0;
    int j = 0;
    while (i < listed.length || j < other.listed.length) {
      int key = Math.min(at(i), other.at(j));
      @Nullable Bits a = key == at(i) ? values[i++] : null;
      @Nullable Bits b = key == other.at(j) ? other.values[j++] : null;
      boolean both;
      if (a != null && b != null) {
        both = a.intersects(b);
      } else if (a != null) {
        both = other.defaultIntersects(a);
      } else {
        both = defaultIntersects(Objects.requireNonNull(b));
      }
      if (!both) {
        return false;
      }
    }
    return true;
  }

  private boolean defaultIntersects(Bits some) {
    return othersAbsent ? some.contains(LabelKey.ABSENT) : !some.isEmpty();
  }

  /** Returns the number of the i-th listed key; a greater number than any key after the last. */
  private int at(int i) {
    return i < listed.length ? listed[i] : Integer.MAX_VALUE;
  }

  /** Returns the labels that both allow. */
  public LabelSets and(LabelSets other) {
    if (isAny()) {
      return other;
    }
    if (other.isAny()) {
      return this;
    }
    Builder builder =
        new Builder(keys, othersAbsent || other.othersAbsent, listed.length + other.listed.length);
    int i = 0;
    int j = 0;
    while (i < listed.length || j < other.listed.length) {
      int key = Math.min(at(i), other.at(j));
      @Nullable Bits a = key == at(i) ? values[i++] : defaultIfAbsent();
      @Nullable Bits b = key == other.at(j) ? other.values[j++] : other.defaultIfAbsent();
      if (a != null && b != null) {
        builder.add(key, a.and(b));
      } else {
        builder.add(key, a != null ? a : Objects.requireNonNull(b));
      }
    }
    return builder.build();
  }

  private @Nullable Bits defaultIfAbsent() {
    return othersAbsent ? ABSENCE : null;
  }

  private boolean isAny() {
    return !othersAbsent && listed.length == 0;
  }

  /** Returns whether all labels that {@code inner}, which is possible, allows are allowed. */
  public boolean containsAll(LabelSets inner) {
    if (othersAbsent && !inner.othersAbsent) {
      return restricted().allMatch(key -> get(key).containsAll(inner.get(key)));
    }
    for (int i = 0; i < listed.length; i++) {
      if (!values[i].containsAll(inner.get(listed[i]))) {
        return false;
      }
    }
    if (othersAbsent) {
      for (int j = 0; j < inner.listed.length; j++) {
        if (!get(inner.listed[j]).containsAll(inner.values[j])) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Returns the first keys, at most {@code most}, for which {@code inner} allows a value that these
   * sets do not allow.
   */
  public int[] lacking(LabelSets inner, int most) {
    return restricted().filter(key -> !get(key).containsAll(inner.get(key))).limit(most).toArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LabelSets sets
        && othersAbsent == sets.othersAbsent
        && Arrays.equals(listed, sets.listed)
        && Arrays.equals(values, sets.values);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(listed) + Arrays.hashCode(values))
        + Boolean.hashCode(othersAbsent);
  }

  @Override
  public String toString() {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < listed.length; i++) {
      out.add(keys.get(listed[i]).key() + " in " + values[i]);
    }
    return out + (othersAbsent ? ", others absent" : "");
  }

  /** Collects listed keys in ascending order, without values that equal the default. */
  private static final class Builder {
    private final List<LabelKey> keys;
    private final boolean othersAbsent;
    private int[] listed;
    private Bits[] values;
    private int count;

    Builder(List<LabelKey> keys, boolean othersAbsent, int most) {
      this.keys = keys;
      this.othersAbsent = othersAbsent;
      this.listed = new int[most];
      this.values = new Bits[most];
    }

    void add(int key, Bits some) {
      boolean isDefault = othersAbsent ? some.equals(ABSENCE) : some.size() == keys.get(key).size();
      if (isDefault) {
        return;
      }
      if (count == listed.length) {
        listed = Arrays.copyOf(listed, 2 * count + 1);
        values = Arrays.copyOf(values, 2 * count + 1);
      }
      listed[count] = key;
      values[count++] = some;
    }

    LabelSets build() {
      return new LabelSets(
          keys, othersAbsent, Arrays.copyOf(listed, count), Arrays.copyOf(values, count));
    }
  }
}
