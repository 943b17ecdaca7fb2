package dev.zonec.importer.set;

import dev.zonec.model.label.Requirement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The possible values of a label.
 *
 * @param absent whether the label can be absent
 * @param others whether the label can have any value except {@code values}; otherwise it can have
 *     only these values
 * @param values some values
 */
record LabelValues(boolean absent, boolean others, SortedSet<String> values) {
  static final LabelValues ALL = new LabelValues(true, true, new TreeSet<>());

  /** Copies the values. */
  LabelValues {
    values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
  }

  static LabelValues of(Requirement requirement) {
    return switch (requirement) {
      case Requirement.In(var key, var values) -> new LabelValues(false, false, values);
      case Requirement.NotIn(var key, var values) -> new LabelValues(true, true, values);
      case Requirement.Exists exists -> new LabelValues(false, true, new TreeSet<>());
      case Requirement.DoesNotExist absent -> new LabelValues(true, false, new TreeSet<>());
    };
  }

  LabelValues and(LabelValues other) {
    SortedSet<String> both = new TreeSet<>(values);
    if (others && other.others) {
      both.addAll(other.values);
      return new LabelValues(absent && other.absent, true, both);
    }
    if (others) {
      return other.and(this);
    }
    if (other.others) {
      both.removeAll(other.values);
    } else {
      both.retainAll(other.values);
    }
    return new LabelValues(absent && other.absent, false, both);
  }

  LabelValues complement() {
    return new LabelValues(!absent, !others, values);
  }

  boolean isEmpty() {
    return !absent && !others && values.isEmpty();
  }

  boolean contains(LabelValues other) {
    return other.and(complement()).isEmpty();
  }

  /**
   * Returns the requirements with exactly this meaning.
   *
   * @throws IllegalStateException for "absent or one of some values", which no conjunction of
   *     requirements expresses and no intersection of requirements results in
   */
  List<Requirement> requirements(String key) {
    List<Requirement> all = new ArrayList<>();
    if (absent && !others && !values.isEmpty()) {
      throw new IllegalStateException(
          "no selector has this meaning: " + key + " absent or in " + values);
    }
    if (absent && !others) {
      all.add(new Requirement.DoesNotExist(key));
    } else if (!others) {
      all.add(new Requirement.In(key, values));
    } else {
      if (!absent) {
        all.add(new Requirement.Exists(key));
      }
      if (!values.isEmpty()) {
        all.add(new Requirement.NotIn(key, values));
      }
    }
    return all;
  }
}
