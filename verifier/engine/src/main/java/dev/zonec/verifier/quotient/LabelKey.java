package dev.zonec.verifier.quotient;

import dev.zonec.model.label.Requirement;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A label key with the values that selectors can tell apart.
 *
 * <p>Value {@code 0} is absence, {@code i} from 1 is the {@code i}th mentioned value, the last is
 * any value that nothing mentions.
 *
 * @param key the key
 * @param mentioned the mentioned values, sorted
 */
public record LabelKey(String key, List<String> mentioned) {
  /** The number of absence. */
  public static final int ABSENT = 0;

  /** Copies the values. */
  public LabelKey {
    mentioned = List.copyOf(mentioned);
  }

  /** A key with {@code values}. */
  static LabelKey of(String key, SortedSet<String> values) {
    return new LabelKey(key, List.copyOf(values));
  }

  /** How many values there are. */
  public int size() {
    return mentioned.size() + 2;
  }

  /** The number of the unmentioned values. */
  public int other() {
    return mentioned.size() + 1;
  }

  /** The number of {@code value}. */
  public int indexOf(String value) {
    int found = java.util.Collections.binarySearch(mentioned, value);
    return found >= 0 ? found + 1 : other();
  }

  /** The number of the value that {@code labels} have for the key; absence where they lack it. */
  public int indexIn(Map<String, String> labels) {
    String value = labels.get(key);
    return value == null ? ABSENT : indexOf(value);
  }

  /** The values with which {@code requirement}, on this key, is met. */
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

  /** A text for value {@code index}, which is not absence; one that nothing mentions for others. */
  public String text(int index) {
    if (index != other()) {
      return mentioned.get(index - 1);
    }
    String text = "other";
    for (int i = 2; mentioned.contains(text); i++) {
      text = "other-" + i;
    }
    return text;
  }

  /** The values that {@code requirement} mentions. */
  static SortedSet<String> mentions(Requirement requirement) {
    return switch (requirement) {
      case Requirement.In(var k, var values) -> values;
      case Requirement.NotIn(var k, var values) -> values;
      case Requirement.Exists e -> new TreeSet<>();
      case Requirement.DoesNotExist d -> new TreeSet<>();
    };
  }
}
