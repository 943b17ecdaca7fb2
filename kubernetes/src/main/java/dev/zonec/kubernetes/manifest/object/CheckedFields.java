package dev.zonec.kubernetes.manifest.object;

import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a mapping, whose values have the types of their shape. A field of another type
 * counts as absent.
 *
 * @param values strings, integers, Booleans, lists and mappings
 */
record CheckedFields(Map<?, ?> values) {
  /**
   * The fields of an object that its model class does not have. Shapes contain none. The classes
   * create a map for each object, which takes more memory than the fields of most objects.
   */
  static final Map<String, Object> NO_OTHERS = Collections.emptyMap();

  /** Returns the string in {@code name}; null if it is absent. */
  @Nullable String text(String name) {
    return values.get(name) instanceof String text ? text : null;
  }

  /** Returns the string in {@code name}; empty if it is absent. */
  String required(String name) {
    return values.get(name) instanceof String text ? text : "";
  }

  /** Returns the integer in {@code name}; null if it is absent. */
  @Nullable Integer whole(String name) {
    return values.get(name) instanceof Integer whole ? whole : null;
  }

  /** Returns the Boolean in {@code name}; null if it is absent. */
  @Nullable Boolean flag(String name) {
    return values.get(name) instanceof Boolean flag ? flag : null;
  }

  /** Returns the integer or string in {@code name}; null if it is absent. */
  @Nullable IntOrString wholeOrText(String name) {
    return switch (values.get(name)) {
      case Integer whole -> new IntOrString(whole);
      case String text -> new IntOrString(text);
      case null, default -> null;
    };
  }

  /** Returns the mapping from names to strings in {@code name}; empty if it is absent. */
  Map<String, String> texts(String name) {
    if (!(values.get(name) instanceof Map<?, ?> map) || map.isEmpty()) {
      return Collections.emptyMap();
    }
    Map<String, String> texts = new LinkedHashMap<>();
    map.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
    return Collections.unmodifiableMap(texts);
  }

  /** Returns what {@code maker} makes of the mapping in {@code name}; null if it is absent. */
  <T> @Nullable T object(String name, Function<CheckedFields, T> maker) {
    return values.get(name) instanceof Map<?, ?> map ? maker.apply(new CheckedFields(map)) : null;
  }

  /** Returns what {@code maker} makes of each mapping in the list {@code name}. */
  <T> List<T> list(String name, Function<CheckedFields, T> maker) {
    if (!(values.get(name) instanceof List<?> list) || list.isEmpty()) {
      return List.of();
    }
    List<T> made = new ArrayList<>(list.size());
    for (Object item : list) {
      made.add(maker.apply(new CheckedFields(item instanceof Map<?, ?> map ? map : Map.of())));
    }
    return List.copyOf(made);
  }

  /** Returns the same; null if the list is absent. */
  <T> @Nullable List<T> listIfPresent(String name, Function<CheckedFields, T> maker) {
    return values.get(name) instanceof List<?> ? list(name, maker) : null;
  }

  /** Returns the strings of the list {@code name}. */
  List<String> textList(String name) {
    if (!(values.get(name) instanceof List<?> list) || list.isEmpty()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>(list.size());
    list.forEach(item -> texts.add(String.valueOf(item)));
    return List.copyOf(texts);
  }

  /** Returns the same; null if the list is absent. */
  @Nullable List<String> textListIfPresent(String name) {
    return values.get(name) instanceof List<?> ? textList(name) : null;
  }
}
