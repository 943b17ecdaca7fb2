package dev.zonec.model.endpoint;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A namespace.
 *
 * @param name the name
 * @param labels the known labels, always including {@link #NAME_LABEL} with the name
 * @param declared whether all labels are known; otherwise the namespace may have further labels
 */
public record Namespace(String name, Map<String, String> labels, boolean declared) {
  /** The label that the API server sets on every namespace. Its value is the namespace's name. */
  public static final String NAME_LABEL = "kubernetes.io/metadata.name";

  /** Adds the name label and copies the labels. */
  public Namespace {
    TreeMap<String, String> all = new TreeMap<>(labels);
    all.put(NAME_LABEL, name);
    labels = Collections.unmodifiableMap(all);
  }

  /** Creates a namespace with exactly {@code labels} and the name label. */
  public static Namespace declared(String name, Map<String, String> labels) {
    return new Namespace(name, labels, true);
  }

  /** Creates a namespace of which only the name is known. */
  public static Namespace undeclared(String name) {
    return new Namespace(name, Map.of(), false);
  }
}
