package dev.zonec.model.endpoint;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A namespace.
 *
 * @param name its name
 * @param labels its labels; {@link #NAME_LABEL} is always there and always the name
 * @param declared whether its labels are known; else there may be others than these
 */
public record Namespace(String name, Map<String, String> labels, boolean declared) {
  /** The label that the API server sets on every namespace, to its name. */
  public static final String NAME_LABEL = "kubernetes.io/metadata.name";

  /** Adds the name label and copies. */
  public Namespace {
    TreeMap<String, String> all = new TreeMap<>(labels);
    all.put(NAME_LABEL, name);
    labels = Collections.unmodifiableMap(all);
  }

  /** A namespace with exactly {@code labels}, and its name as a label. */
  public static Namespace declared(String name, Map<String, String> labels) {
    return new Namespace(name, labels, true);
  }

  /** A namespace of which only the name is known. */
  public static Namespace undeclared(String name) {
    return new Namespace(name, Map.of(), false);
  }
}
