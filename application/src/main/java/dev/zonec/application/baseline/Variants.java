package dev.zonec.application.baseline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Groups what several variants of a program have in common, so that the file contains it once. A
 * program without parameters has one variant, whose name is empty and is not written.
 *
 * @param <T> what the variants have
 */
final class Variants<T> {
  static final String KEY = "variants";

  private final Map<T, List<String>> byContent = new LinkedHashMap<>();

  /** Records that a variant has {@code content}. */
  void add(String variant, T content) {
    byContent.computeIfAbsent(content, c -> new ArrayList<>()).add(variant);
  }

  /** Returns what {@code writer} makes of each content and its variants. */
  List<Map<String, Object>> written(BiFunction<T, List<String>, Map<String, Object>> writer) {
    List<Map<String, Object>> all = new ArrayList<>();
    byContent.forEach((content, variants) -> all.add(writer.apply(content, variants)));
    return all;
  }

  /** Writes the names of variants. */
  static void put(Map<String, Object> out, List<String> variants) {
    if (!variants.equals(List.of(""))) {
      out.put(KEY, variants);
    }
  }
}
