package dev.zonec.kubernetes.access;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.manifest.AccessDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of an object. Their types were checked when it was read.
 *
 * @param document the object with its places
 * @param values its fields
 */
record ObjectFields(AccessDocument document, Map<String, Object> values) {
  String name() {
    return text(map(values, "metadata"), "name");
  }

  String namespace() {
    return text(map(values, "metadata"), "namespace");
  }

  Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    map(map(values, "metadata"), "labels")
        .forEach((key, value) -> labels.put(String.valueOf(key), String.valueOf(value)));
    return labels;
  }

  Span span(Object... path) {
    return document.document().span(path);
  }

  static Map<?, ?> map(Map<?, ?> from, String field) {
    return from.get(field) instanceof Map<?, ?> map ? map : Map.of();
  }

  static String text(Map<?, ?> from, String field) {
    return from.get(field) instanceof String text ? text : "";
  }

  static List<String> texts(Map<?, ?> from, String field) {
    return from.get(field) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  static List<? extends Map<?, ?>> maps(Map<?, ?> from, String field) {
    return from.get(field) instanceof List<?> list
        ? list.stream()
            .<Map<?, ?>>map(item -> item instanceof Map<?, ?> map ? map : Map.of())
            .toList()
        : List.of();
  }
}
