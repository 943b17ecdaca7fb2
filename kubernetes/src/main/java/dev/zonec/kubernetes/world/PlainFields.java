package dev.zonec.kubernetes.world;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A mapping of an object of which no class is there; its shape was checked as it was read. */
record PlainFields(Map<?, ?> fields) {
  static PlainFields of(GenericKubernetesResource object) {
    @Nullable Map<String, Object> fields = object.getAdditionalProperties();
    return new PlainFields(fields == null ? Map.of() : fields);
  }

  /** The mapping in {@code name}; an empty one where there is none. */
  PlainFields in(String name) {
    return new PlainFields(fields.get(name) instanceof Map<?, ?> inner ? inner : Map.of());
  }

  boolean has(String name) {
    return fields.get(name) != null;
  }

  /** The mappings of the list in {@code name}. */
  List<PlainFields> list(String name) {
    return items(name).stream()
        .map(item -> new PlainFields(item instanceof Map<?, ?> inner ? inner : Map.of()))
        .toList();
  }

  /** The strings of the list in {@code name}. */
  List<String> texts(String name) {
    return items(name).stream().map(String::valueOf).toList();
  }

  private List<?> items(String name) {
    return fields.get(name) instanceof List<?> items ? items : List.of();
  }

  /** The string in {@code name}; an empty one is none. */
  Optional<String> text(String name) {
    return fields.get(name) instanceof String text && !text.isEmpty()
        ? Optional.of(text)
        : Optional.empty();
  }

  /** The number in {@code name}. */
  OptionalInt number(String name) {
    return fields.get(name) instanceof Number number
        ? OptionalInt.of(number.intValue())
        : OptionalInt.empty();
  }
}
