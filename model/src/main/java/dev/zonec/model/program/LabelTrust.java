package dev.zonec.model.program;

import dev.zonec.model.endpoint.Namespace;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far labels are trusted, by key; the same for labels of pods and of namespaces.
 *
 * @param declared what the program says of them
 */
public record LabelTrust(SortedMap<String, Level> declared) {
  /** Nothing said. */
  public static final LabelTrust UNDECLARED = new LabelTrust(new TreeMap<>());

  /** Copies the map. */
  public LabelTrust {
    declared = Collections.unmodifiableSortedMap(new TreeMap<>(declared));
  }

  /** Who can set a label. */
  public enum Level {
    /** Whoever deploys. */
    TENANT,
    /** Administrators only. */
    ADMIN_ONLY,
    /** Nobody, once it is set. */
    IMMUTABLE
  }

  /**
   * Who can set the label {@code key}: tenants, unless the program says otherwise; nobody for the
   * name label of namespaces, which the API server sets.
   */
  public Level of(String key) {
    return key.equals(Namespace.NAME_LABEL)
        ? Level.IMMUTABLE
        : declared.getOrDefault(key, Level.TENANT);
  }
}
