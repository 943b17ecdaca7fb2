package dev.zonec.kubernetes.world;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A mapping of an object without a model class. Its shape was checked when it was read. */
record PlainFields(Map<?, ?> fields) {
  static PlainFields of(GenericKubernetesResource object) {
    @Nullable Map<String, Object> fields = object.getAdditionalProperties();
    return new PlainFields(fields == null ? Map.of() : fields);
  }

  /** Returns the mapping in {@code name}, or an empty one. */
  PlainFields in(String name) {
    return new PlainFields(fields.get(name) instanceof Map<?, ?> inner ? inner : Map.of());
  }

  boolean has(String name) {
    return fields.get(name) != null;
  }

  /** Returns the mappings of the list in {@code name}. */
  List<PlainFields> list(String name) {
    return items(name).stream()
        .map(item -> new PlainFields(item instanceof Map<?, ?> inner ? inner : Map.of()))
        .toList();
  }

  /** Returns the strings of the list in {@code name}. */
  List<String> texts(String name) {
    return items(name).stream().map(String::valueOf).toList();
  }

  private List<?> items(String name) {
    return fields.get(name) instanceof List<?> items ? items : List.of();
  }

  /** Returns the string in {@code name}; empty if it is missing or has no characters. */
  Optional<String> text(String name) {
    return fields.get(name) instanceof String text && !text.isEmpty()
        ? Optional.of(text)
        : Optional.empty();
  }

  /** Whether the Boolean in {@code name} is true. */
  boolean flag(String name) {
    return Boolean.TRUE.equals(fields.get(name));
  }

  /** Returns the number in {@code name}. */
  OptionalInt number(String name) {
    return fields.get(name) instanceof Number number
        ? OptionalInt.of(number.intValue())
        : OptionalInt.empty();
  }
}
