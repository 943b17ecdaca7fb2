package dev.zonec.response.change;

import dev.zonec.diagnostics.OrderedMap;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** Writes selectors as the maps and lists of a manifest. */
public final class SelectorTree {
  private SelectorTree() {}

  /** Returns the fields of a label selector. */
  public static Map<String, Object> of(Selector selector) {
    Map<String, Object> labels = new LinkedHashMap<>();
    List<Object> expressions = new ArrayList<>();
    for (Requirement requirement : selector.requirements()) {
      switch (requirement) {
        case Requirement.In(String key, var values)
            when values.size() == 1 && !labels.containsKey(key) ->
            labels.put(key, values.first());
        case Requirement.In(String key, var values) ->
            expressions.add(expression(key, "In", values));
        case Requirement.NotIn(String key, var values) ->
            expressions.add(expression(key, "NotIn", values));
        case Requirement.Exists(String key) ->
            expressions.add(OrderedMap.of("key", key, "operator", "Exists"));
        case Requirement.DoesNotExist(String key) ->
            expressions.add(OrderedMap.of("key", key, "operator", "DoesNotExist"));
      }
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    if (!labels.isEmpty()) {
      tree.put("matchLabels", labels);
    }
    if (!expressions.isEmpty()) {
      tree.put("matchExpressions", expressions);
    }
    return tree;
  }

  private static Map<String, Object> expression(
      String key, String operator, SortedSet<String> values) {
    return OrderedMap.of("key", key, "operator", operator, "values", List.copyOf(values));
  }
}
