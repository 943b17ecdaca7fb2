package dev.zonec.response.change;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * New labels for the pods of a namespace.
 *
 * @param namespace the namespace
 * @param set the labels that the pods get
 * @param removed the keys of labels that the pods lose, if they have them
 */
public record Relabelling(
    String namespace, SortedMap<String, String> set, SortedSet<String> removed) {
  /** Copies the collections. */
  public Relabelling {
    set = Collections.unmodifiableSortedMap(new TreeMap<>(set));
    removed = Collections.unmodifiableSortedSet(new TreeSet<>(removed));
  }

  /** Returns the labels of a pod after the change. */
  public SortedMap<String, String> after(Map<String, String> labels) {
    SortedMap<String, String> after = new TreeMap<>(labels);
    after.keySet().removeAll(removed);
    after.putAll(set);
    return after;
  }

  /**
   * Returns the labels that a pod has before the change and that the change removes or replaces.
   */
  public SortedMap<String, String> lost(Map<String, String> labels) {
    SortedMap<String, String> lost = new TreeMap<>(labels);
    lost.entrySet().removeAll(after(labels).entrySet());
    return lost;
  }
}
