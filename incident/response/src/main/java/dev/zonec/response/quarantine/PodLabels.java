package dev.zonec.response.quarantine;

import dev.zonec.model.label.LabelSyntax;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is known of the labels of a pod to isolate.
 *
 * @param known the known labels; a value that is no value of a label is known to a controller alone
 * @param complete whether the pod has no others. The labels of a template are not complete:
 *     controllers and admission webhooks can add some.
 */
record PodLabels(SortedMap<String, String> known, boolean complete) {
  PodLabels(Map<String, String> known, boolean complete) {
    this(new TreeMap<>(known), complete);
  }

  /** Whether {@code selector} may match the pod. */
  boolean mayMeet(Selector selector) {
    return selector.requirements().stream()
        .allMatch(requirement -> isUnknown(requirement.key()) || requirement.matches(known));
  }

  private boolean isUnknown(String key) {
    return known.containsKey(key) ? !LabelSyntax.isValue(known.getOrDefault(key, "")) : !complete;
  }

  /**
   * Returns a selector that the pod meets when it has {@code label} too. It says nothing about keys
   * that are neither {@code label} nor among {@code keys}.
   */
  Selector with(String label, String value, SortedSet<String> keys) {
    SortedMap<String, String> labels = new TreeMap<>(known);
    labels.put(label, value);
    SortedSet<String> said = new TreeSet<>(keys);
    said.add(label);
    if (!complete) {
      said.retainAll(labels.keySet());
    }
    List<Requirement> requirements = new ArrayList<>();
    for (String key : said) {
      requirements.add(
          labels.containsKey(key)
              ? has(key, labels.getOrDefault(key, ""))
              : new Requirement.DoesNotExist(key));
    }
    return new Selector(requirements);
  }

  private static Requirement has(String key, String value) {
    return LabelSyntax.isValue(value)
        ? new Requirement.In(key, new TreeSet<>(List.of(value)))
        : new Requirement.Exists(key);
  }
}
