package dev.zonec.response.block;

import dev.zonec.model.label.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The values that a label may have.
 *
 * @param allBut whether these are all values except {@code values}
 * @param values the values, or the excluded ones
 * @param absent whether the label may be absent
 */
record KeyValues(boolean allBut, SortedSet<String> values, boolean absent) {
  /** Returns the values that meet {@code requirement}. */
  static KeyValues of(Requirement requirement) {
    return switch (requirement) {
      case Requirement.In(String key, var values) -> new KeyValues(false, values, false);
      case Requirement.NotIn(String key, var values) -> new KeyValues(true, values, true);
      case Requirement.Exists(String key) -> new KeyValues(true, new TreeSet<>(), false);
      case Requirement.DoesNotExist(String key) -> new KeyValues(false, new TreeSet<>(), true);
    };
  }

  /** Returns the values that are in both sets. */
  KeyValues and(KeyValues other) {
    SortedSet<String> both = new TreeSet<>(values);
    if (allBut && other.allBut) {
      both.addAll(other.values);
    } else if (allBut) {
      both.clear();
      both.addAll(other.values);
      both.removeAll(values);
    } else {
      both.removeIf(value -> other.allBut == other.values.contains(value));
    }
    return new KeyValues(allBut && other.allBut, both, absent && other.absent);
  }

  /** Whether no value is possible. */
  boolean isEmpty() {
    return !allBut && values.isEmpty() && !absent;
  }

  /** Returns requirements that exactly these values meet. */
  List<Requirement> requirements(String key) {
    List<Requirement> all = new ArrayList<>();
    if (allBut) {
      if (!values.isEmpty()) {
        all.add(new Requirement.NotIn(key, values));
      }
      if (!absent) {
        all.add(new Requirement.Exists(key));
      }
    } else if (absent) {
      // Requirements never combine to some values or none at all.
      all.add(new Requirement.DoesNotExist(key));
    } else {
      all.add(new Requirement.In(key, values));
    }
    return all;
  }
}
