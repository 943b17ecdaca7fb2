package dev.zonec.response.block;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the pods that none of some selectors select, as a union of selectors.
 *
 * <p>A pod is not selected if it misses a requirement of each selector. The search adds the missed
 * requirement of one selector after the other. Requirements of one key combine to one set of
 * values, so most selectors of a namespace, such as {@code app=web} and {@code app=cart}, combine
 * to a single one.
 */
final class UnselectedPods {
  /** The most selectors in a union. */
  private static final int MOST = 64;

  private UnselectedPods() {}

  /**
   * Returns selectors that together select exactly the pods that none of {@code selectors} select;
   * empty if there would be too many.
   */
  static Optional<List<Selector>> by(Collection<Selector> selectors) {
    Set<Map<String, KeyValues>> terms = new LinkedHashSet<>();
    terms.add(new TreeMap<>());
    for (Selector selector : selectors) {
      Set<Map<String, KeyValues>> next = new LinkedHashSet<>();
      for (Map<String, KeyValues> term : terms) {
        Deadline.check();
        missing(term, selector, next);
      }
      if (next.size() > MOST) {
        return Optional.empty();
      }
      terms = next;
    }
    return Optional.of(terms.stream().map(UnselectedPods::selector).toList());
  }

  /** Adds the parts of {@code term} that miss a requirement of {@code selector}. */
  private static void missing(
      Map<String, KeyValues> term, Selector selector, Set<Map<String, KeyValues>> out) {
    for (Requirement requirement : selector.requirements()) {
      KeyValues missed = KeyValues.of(requirement.negated());
      KeyValues known = term.get(requirement.key());
      KeyValues both = known == null ? missed : known.and(missed);
      if (both.equals(known)) {
        // The whole term misses the selector.
        out.add(term);
        return;
      }
    }
    for (Requirement requirement : selector.requirements()) {
      KeyValues missed = KeyValues.of(requirement.negated());
      KeyValues known = term.get(requirement.key());
      KeyValues both = known == null ? missed : known.and(missed);
      if (!both.isEmpty()) {
        Map<String, KeyValues> narrower = new TreeMap<>(term);
        narrower.put(requirement.key(), both);
        out.add(narrower);
      }
    }
  }

  private static Selector selector(Map<String, KeyValues> term) {
    List<Requirement> requirements = new ArrayList<>();
    term.forEach((key, values) -> requirements.addAll(values.requirements(key)));
    return new Selector(requirements);
  }
}
