package dev.zonec.response.quarantine;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.model.label.MentionedValues;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds labels with which a pod matches none of some selectors.
 *
 * <p>The search starts without labels. While a selector matches, one of its requirements has to
 * become false. A key whose value is already chosen cannot change, and a key without a value meets
 * only {@code NotIn} and {@code DoesNotExist}, so the search chooses a value for such a key and
 * goes on. A requirement distinguishes the values that selectors mention, and all other values
 * alike, so one other value stands for them. Invariant: if labels exist that no selector matches,
 * one branch of the search chooses only values of these labels; the search is therefore complete.
 * Each step chooses the value of one more key, so it ends.
 */
final class LabelEscape {
  private final List<Selector> selectors;
  private final SortedMap<String, SortedSet<String>> mentioned;

  private LabelEscape(Collection<Selector> selectors) {
    this.selectors = List.copyOf(selectors);
    this.mentioned = valuesToTry(selectors);
  }

  /** Returns, for each key, the values that {@code selectors} mention, and one that they do not. */
  static SortedMap<String, SortedSet<String>> valuesToTry(Collection<Selector> selectors) {
    SortedMap<String, SortedSet<String>> values = MentionedValues.of(selectors);
    values.values().forEach(some -> some.add(MentionedValues.unlike(some, "quarantined")));
    return values;
  }

  /**
   * Returns labels that no selector matches; empty if there are none.
   *
   * @param fixed labels that the pod has in any case
   */
  static Optional<SortedMap<String, String>> from(
      Collection<Selector> selectors, SortedMap<String, String> fixed) {
    return new LabelEscape(selectors).search(fixed);
  }

  private Optional<SortedMap<String, String>> search(SortedMap<String, String> labels) {
    Deadline.check();
    Optional<Selector> matching =
        selectors.stream().filter(each -> each.matches(labels)).findFirst();
    if (matching.isEmpty()) {
      return Optional.of(labels);
    }
    for (Requirement requirement : matching.get().requirements()) {
      for (String value : values(requirement, labels)) {
        SortedMap<String, String> more = new TreeMap<>(labels);
        more.put(requirement.key(), value);
        Optional<SortedMap<String, String>> found = search(more);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** Returns the values with which a requirement that {@code labels} meet becomes false. */
  private List<String> values(Requirement requirement, Map<String, String> labels) {
    if (labels.containsKey(requirement.key())) {
      return List.of();
    }
    List<String> values = new ArrayList<>();
    for (String value : mentioned.getOrDefault(requirement.key(), new TreeSet<>())) {
      if (!requirement.matches(Map.of(requirement.key(), value))) {
        values.add(value);
      }
    }
    return values;
  }
}
