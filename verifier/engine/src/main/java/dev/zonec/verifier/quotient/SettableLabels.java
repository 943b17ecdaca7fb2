package dev.zonec.verifier.quotient;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The labels that an attacker can set on pods that it holds, before each connection that such a pod
 * opens. Policies see the labels that the pod wears; claims are about the labels that it had.
 *
 * @param free the keys that can get any value, and can be removed
 * @param addable the keys that can get any value if the pod has no such label, and do not change
 *     otherwise; a key in {@code free} counts as free
 */
public record SettableLabels(SortedSet<String> free, SortedSet<String> addable) {
  /** No label can be set. */
  public static final SettableLabels NONE = new SettableLabels(new TreeSet<>(), new TreeSet<>());

  /** Copies the keys. */
  public SettableLabels {
    free = Collections.unmodifiableSortedSet(new TreeSet<>(free));
    addable = Collections.unmodifiableSortedSet(new TreeSet<>(addable));
  }

  /** Returns whether no label can be set. */
  public boolean isNone() {
    return free.isEmpty() && addable.isEmpty();
  }

  /** Returns whether a label with this key can change in some way. */
  public boolean contains(LabelKey key) {
    return isFree(key) || addable.contains(key.key());
  }

  /** Returns whether the label can get any value, and can be removed. */
  public boolean isFree(LabelKey key) {
    return free.contains(key.key());
  }

  /** Returns whether a pod with the value {@code own} can wear the value {@code worn}. */
  public boolean canChange(LabelKey key, int own, int worn) {
    return own == worn || isFree(key) || (addable.contains(key.key()) && own == LabelKey.ABSENT);
  }

  /** Returns the values of pods that can wear one of {@code worn}. */
  public Bits canWear(LabelKey key, Bits worn) {
    if (worn.isEmpty() || !contains(key)) {
      return worn;
    }
    return isFree(key) ? Bits.all(key.size()) : worn.or(Bits.of(LabelKey.ABSENT));
  }
}
