package dev.zonec.compiler.variant;

import dev.zonec.compiler.module.ModuleGraph;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A program with inserted parameter values.
 *
 * @param choices the values of the {@code enum} parameters that it depends on, by name
 * @param used the parameters that its modules use
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

  /** Returns the choices as text, such as {@code env=dev, region=eu}; empty without choices. */
  public static String label(SortedMap<String, String> choices) {
    return choices.entrySet().stream()
        .map(choice -> choice.getKey() + "=" + choice.getValue())
        .collect(Collectors.joining(", "));
  }
}
