package dev.zonec.kubernetes.manifest;

import dev.zonec.kubernetes.yaml.MappingNode;
import dev.zonec.kubernetes.yaml.Node;
import dev.zonec.kubernetes.yaml.ScalarNode;
import dev.zonec.kubernetes.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads the fields of a mapping by name, and resolves merge keys ({@code <<}). */
final class Fields {
  /** The key and value of a field. */
  record Field(Node key, Node value) {}

  private Fields() {}

  /**
   * Returns the fields in their order, merged ones last. {@link TreeCheck} has rejected duplicate
   * names before.
   */
  static Map<String, Field> of(MappingNode mapping) {
    Map<String, Field> fields = new LinkedHashMap<>();
    List<Node> merged = new ArrayList<>();
    for (int entry = 0; entry < mapping.size(); entry++) {
      Node value = mapping.value(entry);
      if (isMerge(mapping.key(entry))) {
        merged.add(value);
      } else if (mapping.key(entry) instanceof ScalarNode key) {
        Scalar.key(key).ifPresent(name -> fields.put(name, new Field(key, value)));
      }
    }
    for (Node node : merged) {
      switch (node) {
        case MappingNode other -> of(other).forEach(fields::putIfAbsent);
        case SequenceNode list -> {
          for (Node item : list.items()) {
            if (item instanceof MappingNode other) {
              of(other).forEach(fields::putIfAbsent);
            }
          }
        }
        default -> {}
      }
    }
    return fields;
  }

  /** Returns the value at a path of field names, if there is one. */
  static Optional<Node> at(Node node, String... path) {
    Optional<Node> found = Optional.of(node);
    for (String name : path) {
      found =
          found
              .filter(MappingNode.class::isInstance)
              .flatMap(each -> Optional.ofNullable(of((MappingNode) each).get(name)))
              .map(Field::value);
    }
    return found;
  }

  /** Returns the text of the scalar at a path of field names, if there is one. */
  static Optional<String> text(Node node, String... path) {
    return at(node, path)
        .filter(ScalarNode.class::isInstance)
        .map(found -> ((ScalarNode) found).value());
  }

  /** Whether the key is {@code <<}, without quotes and without a string tag. */
  static boolean isMerge(Node node) {
    return node instanceof ScalarNode key
        && key.value().equals("<<")
        && (key.tag().equals(ScalarNode.UNTAGGED)
            || key.tag().equals(ScalarNode.NON_SPECIFIC)
            || key.tag().equals(Tag.MERGE));
  }
}
