package dev.zonec.response.quarantine;

import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.PodSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Writes the zone program that claims the isolation. Its assertion {@code isolated} is what the
 * proof is about, and {@code zonec verify} proves it again from the text.
 *
 * @param id the value of the label of the isolated pods
 * @param pods for each namespace, selectors of which the labels of each isolated pod meet one
 * @param allowed the pods that may still open connections to the isolated ones
 */
record ProgramText(String id, Map<String, List<Selector>> pods, List<AllowedSource> allowed) {
  /** The name of the assertion that no other connection is possible. */
  static final String ISOLATED = "isolated";

  /** The name of the assertion that the allowed pods can connect. */
  static final String ALLOWED = "allowed";

  String text() {
    List<String> lines = new ArrayList<>();
    lines.add("module zonec.quarantine");
    lines.add("");
    lines.add("defaults { dns deny  unzoned allow }");
    lines.add("");
    List<String> zones = new ArrayList<>();
    pods.forEach(
        (namespace, labels) -> {
          String zone = "quarantined-" + (zones.size() + 1);
          zones.add(zone);
          lines.add("zone " + zone + " {");
          lines.add("  namespace " + namespace);
          labels.forEach(each -> lines.add("  pods " + selector(each)));
          lines.add("}");
        });
    List<String> sources = new ArrayList<>();
    for (AllowedSource source : allowed) {
      for (PodSet.Term term : source.terms()) {
        String external = "allowed-" + (sources.size() + 1);
        sources.add(external);
        lines.add("external " + external + " {");
        switch (term.namespaces()) {
          case PodSet.NamespaceSet.Named(var names, Selector labels) -> {
            lines.add("  namespace " + String.join(", ", names));
            if (!labels.selectsEverything()) {
              lines.add("  namespaces " + selector(labels));
            }
          }
          case PodSet.NamespaceSet.Selected(Selector labels) when labels.selectsEverything() -> {}
          case PodSet.NamespaceSet.Selected(Selector labels) ->
              lines.add("  namespaces " + selector(labels));
        }
        lines.add("  pods " + selector(term.pods()));
        lines.add("}");
      }
    }
    lines.add("");
    if (!sources.isEmpty()) {
      lines.add("allow " + among(sources) + " -> " + among(zones));
      lines.add("assert " + ALLOWED + ": reachable " + among(sources) + " -> " + among(zones));
    }
    lines.add("assert " + ISOLATED + ": isolated " + among(zones));
    return String.join("\n", lines) + "\n";
  }

  private static String among(List<String> names) {
    return names.size() == 1 ? names.getFirst() : "{" + String.join(", ", names) + "}";
  }

  private static String selector(Selector selector) {
    return selector.requirements().stream()
        .map(ProgramText::requirement)
        .collect(Collectors.joining(", "));
  }

  private static String requirement(Requirement requirement) {
    return switch (requirement) {
      case Requirement.In(String key, var values) when values.size() == 1 ->
          key + "=" + value(values.first());
      case Requirement.In(String key, var values) -> key + " in (" + values(values) + ")";
      case Requirement.NotIn(String key, var values) -> key + " notin (" + values(values) + ")";
      case Requirement.Exists(String key) -> key;
      case Requirement.DoesNotExist(String key) -> "!" + key;
    };
  }

  private static String values(SortedSet<String> values) {
    return values.stream().map(ProgramText::value).collect(Collectors.joining(", "));
  }

  private static String value(String value) {
    return value.matches("[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?") ? value : "\"" + value + "\"";
  }
}
