package dev.zonec.compiler.resolve;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The labels and annotations that {@code emit} adds to every compiled policy.
 *
 * @param labels the labels by key
 * @param annotations the annotations by key
 */
public record EmitDeclaration(
    SortedMap<String, String> labels, SortedMap<String, String> annotations) {
  /** No labels and annotations. */
  public static final EmitDeclaration NOTHING =
      new EmitDeclaration(new TreeMap<>(), new TreeMap<>());

  /** Copies the maps. */
  public EmitDeclaration {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
  }
}
