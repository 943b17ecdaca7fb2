package dev.zonec.application.adversary;

import dev.zonec.model.program.Disjointness;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What admission policies of the manifests enforce.
 *
 * @param keys the labels whose declared level of trust is enforced
 * @param apart the zones whose labels no pod can have at once
 */
public record PinnedLabels(SortedSet<String> keys, List<Disjointness> apart) {
  /** Nothing is enforced. */
  public static final PinnedLabels NONE = new PinnedLabels(new TreeSet<>(), List.of());

  /** Copies the collections. */
  public PinnedLabels {
    keys = Collections.unmodifiableSortedSet(new TreeSet<>(keys));
    apart = List.copyOf(apart);
  }
}
