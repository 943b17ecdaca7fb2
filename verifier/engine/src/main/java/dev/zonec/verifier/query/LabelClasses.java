package dev.zonec.verifier.query;

import dev.zonec.model.label.LabelChanges;
import dev.zonec.model.label.MentionedValues;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.LabelTrust;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The changes of a pod's labels that make a difference: for each set of selectors that can match
 * the pod at once, the changes of the fewest labels that make exactly these match.
 *
 * @param changes the changes; the first one is {@link LabelChanges#NONE}
 * @param complete whether these are all; otherwise there are more than {@link #MOST} sets
 */
record LabelClasses(List<LabelChanges> changes, boolean complete) {
  /** The greatest number of sets of selectors that are kept. */
  static final int MOST = 4096;

  /** Copies the list. */
  LabelClasses {
    changes = List.copyOf(changes);
  }

  /**
   * Finds the changes for a pod.
   *
   * <p>Goes through the keys one after the other. Invariant: {@code found} has an entry for each
   * set of selectors that the keys so far can leave undecided at once, with the fewest changes that
   * do so. A selector stays undecided until one of its requirements is not met, so the entries
   * after the last key are the sets of selectors that match. Two ways to the same set need not be
   * told apart, because the remaining keys treat them alike.
   *
   * @param labels the labels of the pod
   * @param selectors the selectors of policies that can select the pod or name it as a peer
   * @param trust the labels that can be changed: those that tenants may set, and immutable ones
   *     that the pod does not have yet
   */
  static LabelClasses of(Map<String, String> labels, List<Selector> selectors, LabelTrust trust) {
    Set<String> keys = new TreeSet<>();
    BitSet all = new BitSet();
    for (int i = 0; i < selectors.size(); i++) {
      boolean possible = true;
      for (Requirement requirement : selectors.get(i).requirements()) {
        if (changes(requirement.key(), labels, trust)) {
          keys.add(requirement.key());
        } else {
          possible &= requirement.matches(labels);
        }
      }
      all.set(i, possible);
    }
    Map<BitSet, LabelChanges> found = new LinkedHashMap<>(Map.of(all, LabelChanges.NONE));
    SortedMap<String, SortedSet<String>> mentioned = MentionedValues.of(selectors);
    boolean complete = true;
    for (String key : keys) {
      Map<Optional<String>, BitSet> unmet =
          unmet(key, mentioned.getOrDefault(key, Collections.emptySortedSet()), labels, selectors);
      Map<BitSet, LabelChanges> next = new LinkedHashMap<>();
      for (Map.Entry<BitSet, LabelChanges> entry : found.entrySet()) {
        for (Map.Entry<Optional<String>, BitSet> option : unmet.entrySet()) {
          BitSet left = (BitSet) entry.getKey().clone();
          left.andNot(option.getValue());
          boolean kept = option.getKey().equals(Optional.ofNullable(labels.get(key)));
          LabelChanges changed =
              kept ? entry.getValue() : entry.getValue().with(key, option.getKey());
          if (next.size() < MOST || next.containsKey(left)) {
            next.merge(left, changed, (one, other) -> one.size() <= other.size() ? one : other);
          } else {
            complete = false;
          }
        }
      }
      found = next;
    }
    List<LabelChanges> changes = new ArrayList<>(new LinkedHashSet<>(found.values()));
    // The labels as they are stand for their set, because they need no change.
    changes.sort((one, other) -> Boolean.compare(other.isEmpty(), one.isEmpty()));
    return new LabelClasses(changes, complete);
  }

  private static boolean changes(String key, Map<String, String> labels, LabelTrust trust) {
    return switch (trust.of(key)) {
      case TENANT -> true;
      case IMMUTABLE -> !labels.containsKey(key);
      case ADMIN_ONLY -> false;
    };
  }

  /**
   * Returns, for each value of {@code key} that matters, the selectors that it does not meet: the
   * value that the pod has, absence, every value that a selector mentions, and another one.
   */
  private static Map<Optional<String>, BitSet> unmet(
      String key,
      SortedSet<String> mentioned,
      Map<String, String> labels,
      List<Selector> selectors) {
    Set<Optional<String>> values = new LinkedHashSet<>();
    values.add(Optional.ofNullable(labels.get(key)));
    values.add(Optional.empty());
    mentioned.forEach(value -> values.add(Optional.of(value)));
    values.add(Optional.of(MentionedValues.unlike(mentioned, "other")));
    Map<Optional<String>, BitSet> unmet = new LinkedHashMap<>();
    for (Optional<String> value : values) {
      Map<String, String> only = new TreeMap<>();
      value.ifPresent(text -> only.put(key, text));
      BitSet not = new BitSet();
      for (int i = 0; i < selectors.size(); i++) {
        for (Requirement requirement : selectors.get(i).requirements()) {
          if (requirement.key().equals(key) && !requirement.matches(only)) {
            not.set(i);
          }
        }
      }
      unmet.put(value, not);
    }
    return unmet;
  }
}
