package dev.zonec.views.graph.svg;

import dev.zonec.application.graph.Graph;
import dev.zonec.application.report.PathStep;
import dev.zonec.diagnostics.LabelledSpan;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes the rules of edges. Files are named from the folder that contains all of them, so that a
 * picture does not depend on where this folder is.
 */
final class RuleText {
  private final String folder;

  /** Creates the texts of the rules of {@code graph}. */
  RuleText(Graph graph) {
    Set<String> names =
        graph.edges().stream()
            .flatMap(edge -> edge.steps().stream())
            .flatMap(step -> step.places().stream())
            .map(RuleText::file)
            .collect(Collectors.toCollection(TreeSet::new));
    folder = names.isEmpty() ? "" : common(List.copyOf(names));
  }

  private static String file(LabelledSpan place) {
    return place.span().source().name();
  }

  /** Returns the folders that the first and the last of sorted names have in common. */
  private static String common(List<String> names) {
    String first = names.getFirst();
    String last = names.getLast();
    int length = 0;
    while (length < first.length()
        && length < last.length()
        && first.charAt(length) == last.charAt(length)) {
      length++;
    }
    return first.substring(0, first.lastIndexOf('/', length - 1) + 1);
  }

  /** Returns the side and the reason. */
  String of(PathStep step) {
    String text = step.text();
    for (LabelledSpan place : step.places()) {
      text = text.replace(file(place) + ":", file(place).substring(folder.length()) + ":");
    }
    return step.side() + ": " + text;
  }
}
