package dev.zonec.model.program;

import dev.zonec.model.endpoint.Namespace;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The trust in labels, by key. It applies to labels of pods and of namespaces.
 *
 * @param declared the levels that the program declares
 * @param setters who may set the labels that administrators set, in addition to the group {@code
 *     system:masters} and the controllers of the cluster
 */
public record LabelTrust(
    SortedMap<String, Level> declared, SortedMap<String, List<LabelSetter>> setters) {
  /** No declared levels. */
  public static final LabelTrust UNDECLARED = new LabelTrust(new TreeMap<>());

  /** Copies the maps. */
  public LabelTrust {
    declared = Collections.unmodifiableSortedMap(new TreeMap<>(declared));
    setters = Collections.unmodifiableSortedMap(new TreeMap<>(setters));
  }

  /** Creates levels without setters. */
  public LabelTrust(SortedMap<String, Level> declared) {
    this(declared, new TreeMap<>());
  }

  /** Returns who may set the label {@code key}, in the order of the program. */
  public List<LabelSetter> settersOf(String key) {
    return setters.getOrDefault(key, List.of());
  }

  /** Who can set a label. */
  public enum Level {
    /** Everyone who deploys pods. */
    TENANT,
    /** Administrators only. */
    ADMIN_ONLY,
    /** Nobody, once the label is set. */
    IMMUTABLE
  }

  /**
   * Returns who can set the label {@code key}: the declared level, or else tenants. The name label
   * of namespaces is immutable, because the API server sets it.
   */
  public Level of(String key) {
    return key.equals(Namespace.NAME_LABEL)
        ? Level.IMMUTABLE
        : declared.getOrDefault(key, Level.TENANT);
  }
}
