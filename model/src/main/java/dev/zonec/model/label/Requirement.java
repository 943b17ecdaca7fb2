package dev.zonec.model.label;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A condition on one label key (apimachinery, labels/selector.go). */
public sealed interface Requirement {
  /** The order in which selectors list requirements: by key, then by operator and values. */
  Comparator<Requirement> ORDER =
      Comparator.comparing(Requirement::key)
          .thenComparingInt(Requirement::rank)
          .thenComparing(requirement -> String.join(", ", requirement.values()));

  /** Returns the key. */
  String key();

  /** Returns the values that it mentions; none if it is about the presence of the key. */
  SortedSet<String> values();

  /** Whether {@code labels} meet the requirement. */
  boolean matches(Map<String, String> labels);

  /** Returns the requirement that is met if and only if this one is not. */
  default Requirement negated() {
    return switch (this) {
      case In(String key, SortedSet<String> values) -> new NotIn(key, values);
      case NotIn(String key, SortedSet<String> values) -> new In(key, values);
      case Exists(String key) -> new DoesNotExist(key);
      case DoesNotExist(String key) -> new Exists(key);
    };
  }

  private int rank() {
    return switch (this) {
      case DoesNotExist absent -> 0;
      case Exists present -> 1;
      case In in -> in.values().size() == 1 ? 5 : 2;
      case NotIn out -> out.values().size() == 1 ? 4 : 3;
    };
  }

  /** Met if the key is present with one of the values. */
  record In(String key, SortedSet<String> values) implements Requirement {
    /** Copies the values. */
    public In {
      values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }

    @Override
    public boolean matches(Map<String, String> labels) {
      return labels.containsKey(key) && values.contains(labels.get(key));
    }

    @Override
    public String toString() {
      return values.size() == 1
          ? key + "=" + values.first()
          : key + " in (" + String.join(", ", values) + ")";
    }
  }

  /** Met if the key is absent or has none of the values. */
  record NotIn(String key, SortedSet<String> values) implements Requirement {
    /** Copies the values. */
    public NotIn {
      values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }

    @Override
    public boolean matches(Map<String, String> labels) {
      return !(labels.containsKey(key) && values.contains(labels.get(key)));
    }

    @Override
    public String toString() {
      return values.size() == 1
          ? key + "!=" + values.first()
          : key + " notin (" + values.stream().collect(Collectors.joining(", ")) + ")";
    }
  }

  /** Met if the key is present. */
  record Exists(String key) implements Requirement {
    @Override
    public SortedSet<String> values() {
      return Collections.emptySortedSet();
    }

    @Override
    public boolean matches(Map<String, String> labels) {
      return labels.containsKey(key);
    }

    @Override
    public String toString() {
      return key;
    }
  }

  /** Met if the key is absent. */
  record DoesNotExist(String key) implements Requirement {
    @Override
    public SortedSet<String> values() {
      return Collections.emptySortedSet();
    }

    @Override
    public boolean matches(Map<String, String> labels) {
      return !labels.containsKey(key);
    }

    @Override
    public String toString() {
      return "!" + key;
    }
  }
}
