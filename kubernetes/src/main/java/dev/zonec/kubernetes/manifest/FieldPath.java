package dev.zonec.kubernetes.manifest;

import dev.zonec.kubernetes.yaml.MappingNode;
import dev.zonec.kubernetes.yaml.Node;
import dev.zonec.kubernetes.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path to values in an object, such as {@code spec.tasks[].template}.
 *
 * @param text the notation of the table of kinds: names separated by dots, with {@code []} after
 *     the name of a list and {@code {}} after the name of a mapping whose values are visited;
 *     {@code .} is the object itself
 */
record FieldPath(String text) {
  /**
   * A value at the path.
   *
   * @param node the value
   * @param steps the names and list positions of the value
   * @param part the name of the last visited item of a list or mapping
   */
  record Found(Node node, List<Object> steps, Optional<String> part) {
    /** Copies the steps. */
    public Found {
      steps = List.copyOf(steps);
    }
  }

  /**
   * Returns the values at the path, in the order of the object.
   *
   * @param part the field that names the items of lists, if there is one
   */
  List<Found> in(Node root, Optional<String> part) {
    List<Found> found = List.of(new Found(root, List.of(), Optional.empty()));
    if (text.equals(".")) {
      return found;
    }
    for (String step : text.split("\\.", -1)) {
      boolean items = step.endsWith("[]");
      boolean values = step.endsWith("{}");
      String name = items || values ? step.substring(0, step.length() - 2) : step;
      List<Found> next = new ArrayList<>();
      for (Found each : found) {
        Optional<Found> field = field(each, name);
        if (items) {
          field.ifPresent(list -> next.addAll(items(list, part)));
        } else if (values) {
          field.ifPresent(mapping -> next.addAll(values(mapping)));
        } else {
          field.ifPresent(next::add);
        }
      }
      found = next;
    }
    return found;
  }

  private static Optional<Found> field(Found from, String name) {
    return Fields.at(from.node(), name)
        .map(value -> new Found(value, and(from.steps(), name), from.part()));
  }

  private static List<Found> items(Found from, Optional<String> part) {
    List<Found> items = new ArrayList<>();
    if (from.node() instanceof SequenceNode list) {
      for (Node item : list.items()) {
        items.add(
            new Found(
                item,
                and(from.steps(), items.size()),
                part.flatMap(p -> Fields.text(item, p)).filter(p -> !p.isEmpty())));
      }
    }
    return items;
  }

  private static List<Found> values(Found from) {
    List<Found> values = new ArrayList<>();
    if (from.node() instanceof MappingNode mapping) {
      for (Map.Entry<String, Fields.Field> field : Fields.of(mapping).entrySet()) {
        String key = field.getKey();
        values.add(new Found(field.getValue().value(), and(from.steps(), key), Optional.of(key)));
      }
    }
    return values;
  }

  private static List<Object> and(List<Object> steps, Object step) {
    List<Object> more = new ArrayList<>(steps);
    more.add(step);
    return more;
  }
}
