package dev.zonec.kubernetes.manifest;

import dev.zonec.model.net.Protocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A line of the table of kinds ({@code kinds.txt}, which explains each part). */
sealed interface KindRow {
  /** Which kinds the line is about. */
  Names names();

  /** Why they count; empty where nothing is said. */
  String note();

  /** Groups and kinds; {@code *} stands for any letters, and {@code core} for no group. */
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

  /** Objects that decide what connects and are not modelled. */
  record Decides(Names names, FieldCondition condition, String note) implements KindRow {}

  /** Objects that hold the templates of their pods. */
  record Runs(Names names, Pods pods, String note) implements KindRow {}

  /** Objects that make pods that no manifest shows. */
  record Makes(Names names, FieldCondition condition, String note) implements KindRow {}

  /** Objects that let callers from outside in, and that are not read. */
  record Admits(Names names, FieldCondition condition, String note) implements KindRow {}

  /** Objects without a say in what connects. */
  record Plain(Names names, String note) implements KindRow {}

  /**
   * Where the pods of an object are described, and what its controller adds to them.
   *
   * @param templates the templates; empty where the object has none and the pods are known anyway
   * @param part the field of an item that names its part
   * @param metadata a mapping with labels that all pods have too
   * @param from a reference to the workload whose template the pods have
   * @param only the fields of which a template has one; empty if any will do
   * @param labels labels that the controller adds; {@link #NAME} and {@link #UNKNOWN} stand for
   *     something else
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

    /** In a label's value: what only the controller knows. */
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
