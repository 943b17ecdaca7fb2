package dev.zonec.checker.document;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A set of values of a label, or of names of namespaces.
 *
 * @param values the listed values
 * @param absent whether the set contains the absence of the label
 * @param others whether the set contains all values that nothing mentions
 */
public record ValueSet(SortedSet<String> values, boolean absent, boolean others) {
  /** Copies the values. */
  public ValueSet {
    values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
  }
}
