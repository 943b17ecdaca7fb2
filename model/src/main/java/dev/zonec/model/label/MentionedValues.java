package dev.zonec.model.label;

import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The label values that selectors mention. Selectors treat all other values of a key alike. */
public final class MentionedValues {
  private MentionedValues() {}

  /**
   * Returns the values that {@code selectors} mention, for each key of their requirements; the sets
   * can be changed.
   */
  public static SortedMap<String, SortedSet<String>> of(Collection<Selector> selectors) {
    SortedMap<String, SortedSet<String>> mentioned = new TreeMap<>();
    for (Selector selector : selectors) {
      for (Requirement requirement : selector.requirements()) {
        mentioned
            .computeIfAbsent(requirement.key(), key -> new TreeSet<>())
            .addAll(requirement.values());
      }
    }
    return mentioned;
  }

  /** Returns {@code text}, with a number at its end if it is one of {@code mentioned}. */
  public static String unlike(Collection<String> mentioned, String text) {
    String unlike = text;
    for (int i = 2; mentioned.contains(unlike); i++) {
      unlike = text + "-" + i;
    }
    return unlike;
  }
}
