package dev.zonec.compiler.variant;

import dev.zonec.compiler.module.ModuleGraph;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A program with the values of its parameters put in.
 *
 * @param choices the value of every {@code enum} parameter that it depends on, by name
 * @param used every parameter that one of its modules uses
 * @param standard whether no choice differs from the parameter's default
 * @param graph its modules, without parameters
 */
public record Variant(
    SortedMap<String, String> choices, Set<String> used, boolean standard, ModuleGraph graph) {
  /** Copies the collections. */
  public Variant {
    choices = Collections.unmodifiableSortedMap(new TreeMap<>(choices));
    used = Set.copyOf(used);
  }

  /** The choices as text, such as {@code env=dev, region=eu}; empty where there are none. */
  public static String label(SortedMap<String, String> choices) {
    return choices.entrySet().stream()
        .map(choice -> choice.getKey() + "=" + choice.getValue())
        .collect(Collectors.joining(", "));
  }
}
