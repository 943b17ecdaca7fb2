package dev.zonec.kubernetes.manifest;

import dev.zonec.model.net.Protocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A row of the table of kinds. The head of {@code kinds.txt} explains each part. */
sealed interface KindRow {
  /** Returns the kinds of the row. */
  Names names();

  /** Returns the reason for the row; may be empty. */
  String note();

  /** Groups and kinds. {@code *} stands for any letters, and {@code core} for the core group. */
  record Names(List<String> groups, List<String> kinds) {
    /** Copies the lists. */
    public Names {
      groups = List.copyOf(groups);
      kinds = List.copyOf(kinds);
    }

    boolean fit(String group, String kind) {
      String written = group.isEmpty() ? "core" : group;
      return groups.stream().anyMatch(each -> fits(each, written))
          && kinds.stream().anyMatch(each -> fits(each, kind));
    }

    private static boolean fits(String pattern, String name) {
      int star = pattern.indexOf('*');
      if (star < 0) {
        return pattern.equals(name);
      }
      if (!name.startsWith(pattern.substring(0, star))) {
        return false;
      }
      String rest = pattern.substring(star + 1);
      for (int from = star; from <= name.length(); from++) {
        if (fits(rest, name.substring(from))) {
          return true;
        }
      }
      return false;
    }
  }

  /** Kinds that allow or deny connections and are not modelled. */
  record Decides(Names names, FieldCondition condition, String note) implements KindRow {}

  /** Kinds that contain the templates of their pods. */
  record Runs(Names names, Pods pods, String note) implements KindRow {}

  /** Kinds whose controllers create pods that no manifest shows. */
  record Makes(Names names, FieldCondition condition, String note) implements KindRow {}

  /** Kinds that let in connections from outside and are not read. */
  record Admits(Names names, FieldCondition condition, String note) implements KindRow {}

  /** Kinds that do not affect connections. */
  record Plain(Names names, String note) implements KindRow {}

  /**
   * The pods of an object, and what its controller adds to them.
   *
   * @param templates the paths of the templates; empty if the object has none and its pods are
   *     known anyway
   * @param part the field that names the part of an item
   * @param metadata a mapping with labels that all pods have
   * @param from a reference to the workload whose template the pods have
   * @param only fields of which a template must have one; empty for no condition
   * @param labels labels that the controller adds; the values {@link #NAME} and {@link #UNKNOWN}
   *     are placeholders
   * @param ports named ports that the controller adds
   */
  record Pods(
      List<FieldPath> templates,
      Optional<String> part,
      Optional<FieldPath> metadata,
      Optional<FieldPath> from,
      List<String> only,
      Map<String, String> labels,
      List<Port> ports) {
    /** In a label's value: the object's name. */
    static final String NAME = "NAME";

    /** In a label's value: the name of the part. */
    static final String PART = "PART";

    /** In a label's value: a text that only the controller knows. */
    static final String UNKNOWN = "*";

    /** Copies the collections. */
    public Pods {
      templates = List.copyOf(templates);
      only = List.copyOf(only);
      labels = Map.copyOf(labels);
      ports = List.copyOf(ports);
    }
  }

  /** A named port. */
  record Port(String name, int number, Protocol protocol) {}
}
