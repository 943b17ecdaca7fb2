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
import org.jspecify.annotations.Nullable;

/**
 * A mapping of an object, whose scalars are texts. A field of an unexpected type counts as absent,
 * so that one wrong field costs only this field.
 *
 * @param fields the fields: maps, lists and texts
 */
public record PlainObject(Map<String, Object> fields) {
  /** A mapping without fields. */
  public static final PlainObject EMPTY = new PlainObject(Map.of());

  /** Copies the fields. */
  public PlainObject {
    fields = new LinkedHashMap<>(fields);
  }

  /** Returns the object of {@code document}. */
  public static PlainObject of(Document document) {
    return plain(document.root()) instanceof Map<?, ?> map ? ofMap(map) : EMPTY;
  }

  /** Returns the mapping at {@code path}; empty if there is none. */
  public PlainObject at(String... path) {
    Object value = fields;
    for (String step : path) {
      @Nullable Object next = value instanceof Map<?, ?> map ? map.get(step) : null;
      if (next == null) {
        return EMPTY;
      }
      value = next;
    }
    return value instanceof Map<?, ?> map ? ofMap(map) : EMPTY;
  }

  /** Returns the text of {@code field}; empty if there is none. */
  public String text(String field) {
    return fields.get(field) instanceof String text ? text : "";
  }

  /** Returns the same; no value for an absent or empty text. */
  public Optional<String> optional(String field) {
    return Optional.of(text(field)).filter(text -> !text.isEmpty());
  }

  /** Returns the whole number in {@code field}; 0 if there is none. */
  public int number(String field) {
    String text = text(field);
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
  }

  /** Whether {@code field} is true. */
  public boolean flag(String field) {
    return text(field).equals("true");
  }

  /** Whether there is a value for {@code field}, which can be an empty mapping. */
  public boolean has(String field) {
    return fields.containsKey(field);
  }

  /** Returns the mappings in the list {@code field}. */
  public List<PlainObject> list(String field) {
    return fields.get(field) instanceof List<?> list
        ? list.stream().map(each -> each instanceof Map<?, ?> map ? ofMap(map) : EMPTY).toList()
        : List.of();
  }

  /** Returns the texts in the list {@code field}. */
  public List<String> texts(String field) {
    return fields.get(field) instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }

  private static PlainObject ofMap(Map<?, ?> map) {
    Map<String, Object> fields = new LinkedHashMap<>();
    map.forEach((key, value) -> fields.put(String.valueOf(key), value));
    return new PlainObject(fields);
  }

  private static @Nullable Object plain(Node node) {
    return switch (node) {
      case MappingNode mapping -> {
        Map<String, Object> fields = new LinkedHashMap<>();
        Fields.of(mapping)
            .forEach(
                (name, field) ->
                    Optional.ofNullable(plain(field.value()))
                        .ifPresent(value -> fields.put(name, value)));
        yield fields;
      }
      case SequenceNode list -> {
        List<Object> items = new ArrayList<>();
        list.items().forEach(each -> Optional.ofNullable(plain(each)).ifPresent(items::add));
        yield items;
      }
      case ScalarNode scalar ->
          switch (Scalar.of(scalar)) {
            case Scalar.Nothing() -> null;
            case Scalar.Flag(boolean value) -> String.valueOf(value);
            case Scalar.Whole(var value) -> value.toString();
            case Scalar.Text(String value) -> value;
            case Scalar.Real real -> scalar.value();
            case Scalar.Refused refused -> null;
          };
      default -> null;
    };
  }
}
