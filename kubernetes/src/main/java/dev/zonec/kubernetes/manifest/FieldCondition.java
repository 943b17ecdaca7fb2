package dev.zonec.kubernetes.manifest;

import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Whether an object has a field, at any depth; JSON that stands in a string counts.
 *
 * @param wanted whether it must have the field, or must not
 * @param key the field's name; empty for a condition that always holds
 * @param value its value, whatever its case; none if any will do
 */
record FieldCondition(boolean wanted, String key, Optional<String> value) {
  static final FieldCondition ALWAYS = new FieldCondition(true, "", Optional.empty());

  boolean always() {
    return key.isEmpty();
  }

  /** Whether the object {@code root}, a tree that can be walked, meets it. */
  boolean holds(Node root) {
    return always() || has(root) == wanted;
  }

  private boolean has(Node node) {
    return switch (node) {
      case MappingNode mapping ->
          Fields.of(mapping).entrySet().stream()
              .anyMatch(
                  field ->
                      (field.getKey().equals(key) && isValue(field.getValue().value()))
                          || has(field.getValue().value()));
      case SequenceNode list -> list.getValue().stream().anyMatch(this::has);
      case ScalarNode scalar -> hasInJson(scalar.getValue());
      default -> false;
    };
  }

  private boolean isValue(Node node) {
    return value.isEmpty()
        || (node instanceof ScalarNode scalar && scalar.getValue().equalsIgnoreCase(value.get()));
  }

  private boolean hasInJson(String text) {
    if (text.indexOf('{') < 0) {
      return false;
    }
    String field = "\"" + Pattern.quote(key) + "\"\\s*:\\s*";
    String pattern = value.map(v -> field + "\"" + Pattern.quote(v) + "\"").orElse(field);
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(text).find();
  }

  /** As the table writes it; empty for a condition that always holds. */
  @Override
  public String toString() {
    String field = value.map(v -> key + "=" + v).orElse(key);
    return always() ? "" : (wanted ? "if " : "unless ") + field;
  }
}
