package dev.zonec.verifier.quotient;

import dev.zonec.model.label.MentionedValues;
import dev.zonec.model.label.Requirement;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * A label key, with the values that selectors can tell apart (spec/verification.md, The quotient).
 *
 * <p>The values are numbered: 0 is absence, 1 and the following numbers are the mentioned values,
 * and the last number stands for all other values.
 *
 * @param key the key
 * @param mentioned the values that some selector mentions, sorted
 */
public record LabelKey(String key, List<String> mentioned) {
  /** The number of absence. */
  public static final int ABSENT = 0;

  /** Copies the values. */
  public LabelKey {
    mentioned = List.copyOf(mentioned);
  }

  /** Returns a key with these mentioned values. */
  static LabelKey of(String key, SortedSet<String> values) {
    return new LabelKey(key, List.copyOf(values));
  }

  /**
   * Returns the index of the key with this name in {@code keys}, which are sorted; negative if
   * there is none.
   */
  static int indexOf(List<LabelKey> keys, String name) {
    return Vocabulary.search(keys, LabelKey::key, name);
  }

  /** Returns the number of values. */
  public int size() {
    return mentioned.size() + 2;
  }

  /** Returns the number that stands for all values that no selector mentions. */
  public int other() {
    return mentioned.size() + 1;
  }

  /** Returns the number of {@code value}. */
  public int indexOf(String value) {
    int found = java.util.Collections.binarySearch(mentioned, value);
    return found >= 0 ? found + 1 : other();
  }

  /** Returns the number of the value that {@code labels} have for this key. */
  public int indexIn(Map<String, String> labels) {
    String value = labels.get(key);
    return value == null ? ABSENT : indexOf(value);
  }

  /** Returns the values that match {@code requirement}, which must be about this key. */
  public Bits valuesMatching(Requirement requirement) {
    return switch (requirement) {
      case Requirement.In(var k, var values) -> of(values);
      case Requirement.NotIn(var k, var values) -> Bits.all(size()).minus(of(values));
      case Requirement.Exists(var k) -> Bits.all(size()).minus(Bits.of(ABSENT));
      case Requirement.DoesNotExist(var k) -> Bits.of(ABSENT);
    };
  }

  private Bits of(SortedSet<String> values) {
    BitSet bits = new BitSet();
    for (String value : values) {
      bits.set(indexOf(value));
    }
    return Bits.of(bits);
  }

  /**
   * Returns a text for the value {@code index}, which must not be {@link #ABSENT}. For the other
   * values, this is a text that no selector mentions.
   */
  public String text(int index) {
    if (index != other()) {
      return mentioned.get(index - 1);
    }
    return MentionedValues.unlike(mentioned, "other");
  }
}
