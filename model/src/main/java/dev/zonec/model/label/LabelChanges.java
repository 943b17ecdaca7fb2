package dev.zonec.model.label;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Changes of the labels of a pod.
 *
 * @param changes for each key, the new value; empty if the label is removed
 */
public record LabelChanges(SortedMap<String, Optional<String>> changes) {
  /** No changes. */
  public static final LabelChanges NONE = new LabelChanges(new TreeMap<>());

  /** Copies the map. */
  public LabelChanges {
    changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
  }

  /** Whether the labels stay as they are. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** Returns the number of changed labels. */
  public int size() {
    return changes.size();
  }

  /** Returns these changes and one more. */
  public LabelChanges with(String key, Optional<String> value) {
    SortedMap<String, Optional<String>> more = new TreeMap<>(changes);
    more.put(key, value);
    return new LabelChanges(more);
  }

  /** Returns these changes without the one of {@code key}. */
  public LabelChanges without(String key) {
    SortedMap<String, Optional<String>> fewer = new TreeMap<>(changes);
    fewer.remove(key);
    return new LabelChanges(fewer);
  }

  /** Returns {@code labels} after the changes. */
  public Map<String, String> of(Map<String, String> labels) {
    Map<String, String> changed = new TreeMap<>(labels);
    changes.forEach(
        (key, value) ->
            value.ifPresentOrElse(text -> changed.put(key, text), () -> changed.remove(key)));
    return changed;
  }
}
