package dev.zonec.application.input;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.ShortList;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.manifest.KindNames;
import dev.zonec.kubernetes.manifest.UnmodelledPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The objects of one kind that can affect connections and that zonec does not model.
 *
 * @param objects the objects; at least one, with different names
 */
record UnmodelledKind(List<UnmodelledPolicy> objects) {
  /** The maximum number of objects that are named. */
  private static final int MOST_NAMED = 4;

  /** Copies the list. */
  UnmodelledKind {
    objects = List.copyOf(objects);
  }

  private record Kind(String apiVersion, String kind) {}

  /** What identifies an object of a kind. Two objects without a name are different objects. */
  private sealed interface Id {
    record Named(String name) implements Id {}

    record Unnamed(Span span) implements Id {}

    static Id of(UnmodelledPolicy object) {
      return object.name().isEmpty() ? new Unnamed(object.span()) : new Named(object.name());
    }
  }

  /** Groups objects by kind, in the order in which the kinds occur. */
  static List<UnmodelledKind> of(List<UnmodelledPolicy> all) {
    Map<Kind, Map<Id, UnmodelledPolicy>> kinds = new LinkedHashMap<>();
    for (UnmodelledPolicy each : all) {
      kinds
          .computeIfAbsent(new Kind(each.apiVersion(), each.kind()), kind -> new LinkedHashMap<>())
          .putIfAbsent(Id.of(each), each);
    }
    return kinds.values().stream()
        .map(objects -> new UnmodelledKind(List.copyOf(objects.values())))
        .toList();
  }

  private UnmodelledPolicy first() {
    return objects.getFirst();
  }

  /** Returns the name of the kind. */
  String name() {
    return first().kind();
  }

  /** Returns the API group of the kind. */
  String group() {
    return KindNames.group(first().apiVersion());
  }

  /** Returns the problem. */
  Diagnostic problem() {
    String subject =
        objects.size() == 1
            ? first().kind() + " " + first().name() + " is"
            : objects.size() + " objects of kind " + first().kind() + " are";
    Diagnostic problem =
        Diagnostic.error(
            Code.ZC0511, first().span(), subject + " not modelled and could change what connects");
    for (String reason : reasons()) {
      problem = problem.note(reason);
    }
    if (objects.size() > 1) {
      problem = problem.note("the objects are " + named());
    }
    return problem.note(
        (objects.size() == 1 ? "its" : "their") + " API version is " + first().apiVersion());
  }

  /** Returns the reasons, each once, up to a limit. */
  private List<String> reasons() {
    return objects.stream()
        .map(UnmodelledPolicy::reason)
        .filter(reason -> !reason.isEmpty())
        .distinct()
        .limit(MOST_NAMED)
        .toList();
  }

  private String named() {
    return ShortList.of(
        objects.stream().map(each -> each.name() + " (" + each.span().fileAndLine() + ")").toList(),
        MOST_NAMED);
  }

  /** Returns the help: how to accept that the objects are not covered. */
  String help() {
    return "accept that "
        + (objects.size() == 1 ? "it is" : "they are")
        + " not covered with `--ignore "
        + KindNames.of(first().apiVersion(), first().kind())
        + "`";
  }
}
