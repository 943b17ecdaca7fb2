package dev.zonec.compiler.emit;

import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/** Converts selectors to objects of the Kubernetes API. */
final class LabelSelectors {
  private LabelSelectors() {}

  /** Returns the same selector with sorted requirements and without duplicates. */
  static Selector canonical(Selector selector) {
    return new Selector(
        selector.requirements().stream().distinct().sorted(Requirement.ORDER).toList());
  }

  /**
   * Puts requirements of a single value into {@code matchLabels}, and all others into {@code
   * matchExpressions}.
   */
  static LabelSelector of(Selector selector) {
    Map<String, String> labels = new TreeMap<>();
    List<LabelSelectorRequirement> expressions = new ArrayList<>();
    for (Requirement requirement : canonical(selector).requirements()) {
      switch (requirement) {
        case Requirement.In(String key, SortedSet<String> values)
            when values.size() == 1 && !labels.containsKey(key) ->
            labels.put(key, values.first());
        case Requirement.In(String key, SortedSet<String> values) ->
            expressions.add(expression(key, "In", values));
        case Requirement.NotIn(String key, SortedSet<String> values) ->
            expressions.add(expression(key, "NotIn", values));
        case Requirement.Exists(String key) ->
            expressions.add(expression(key, "Exists", List.of()));
        case Requirement.DoesNotExist(String key) ->
            expressions.add(expression(key, "DoesNotExist", List.of()));
      }
    }
    return new LabelSelector(expressions, labels);
  }

  private static LabelSelectorRequirement expression(
      String key, String operator, Collection<String> values) {
    return new LabelSelectorRequirement(key, operator, new ArrayList<>(values));
  }
}
