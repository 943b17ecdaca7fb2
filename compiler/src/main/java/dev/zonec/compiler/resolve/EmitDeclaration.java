package dev.zonec.compiler.resolve;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code emit} adds to every compiled policy.
 *
 * @param labels by key
 * @param annotations by key
 */
public record EmitDeclaration(
    SortedMap<String, String> labels, SortedMap<String, String> annotations) {
  /** Nothing. */
  public static final EmitDeclaration NOTHING =
      new EmitDeclaration(new TreeMap<>(), new TreeMap<>());

  /** Copies the maps. */
  public EmitDeclaration {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
  }
}
