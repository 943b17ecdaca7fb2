package dev.zonec.kubernetes.manifest;

import dev.zonec.kubernetes.yaml.MappingNode;
import dev.zonec.kubernetes.yaml.Node;
import dev.zonec.kubernetes.yaml.ScalarNode;
import dev.zonec.kubernetes.yaml.SequenceNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A condition on a field at any depth of an object, including JSON inside strings.
 *
 * @param wanted whether the field must exist; otherwise it must not
 * @param key the name of the field; empty for a condition that always holds
 * @param value the required value, in upper or lower case; empty for any value
 */
record FieldCondition(boolean wanted, String key, Optional<String> value) {
  static final FieldCondition ALWAYS = new FieldCondition(true, "", Optional.empty());

  boolean always() {
    return key.isEmpty();
  }

  /**
   * Whether the object {@code root} meets the condition.
   *
   * @param root a tree without cycles
   */
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
      case SequenceNode list -> list.items().stream().anyMatch(this::has);
      case ScalarNode scalar -> hasInJson(scalar.value());
      default -> false;
    };
  }

  private boolean isValue(Node node) {
    return value.isEmpty()
        || (node instanceof ScalarNode scalar && scalar.value().equalsIgnoreCase(value.get()));
  }

  private boolean hasInJson(String text) {
    if (text.indexOf('{') < 0) {
      return false;
    }
    String field = "\"" + Pattern.quote(key) + "\"\\s*:\\s*";
    String pattern = value.map(v -> field + "\"" + Pattern.quote(v) + "\"").orElse(field);
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(text).find();
  }

  /** Returns the notation of the table of kinds; empty for a condition that always holds. */
  @Override
  public String toString() {
    String field = value.map(v -> key + "=" + v).orElse(key);
    return always() ? "" : (wanted ? "if " : "unless ") + field;
  }
}
