package dev.zonec.verifier.report;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.Span;
import dev.zonec.verifier.finding.FindingRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Marks the flows and rules that let the hops of a counterexample through. */
final class AdmittedMarks {
  /** The maximum number of marked places, besides the main one. */
  private static final int MOST = 6;

  private AdmittedMarks() {}

  /**
   * Returns {@code diagnostic} with a mark at each flow or rule of {@code rules}.
   *
   * @param hops the number of hops
   */
  static Diagnostic on(Diagnostic diagnostic, List<FindingRule> rules, int hops) {
    Map<Span, List<FindingRule>> byPlace = new LinkedHashMap<>();
    rules.forEach(rule -> byPlace.computeIfAbsent(rule.place(), p -> new ArrayList<>()).add(rule));
    Diagnostic marked = diagnostic;
    for (Map.Entry<Span, List<FindingRule>> each : byPlace.entrySet()) {
      String label = label(each.getValue(), hops);
      if (diagnostic.place().equals(Place.at(each.getKey()))) {
        marked = diagnostic.label().isEmpty() ? marked.labelled(label) : marked;
      } else if (marked.others().size() < MOST) {
        marked = marked.also(each.getKey(), label);
      }
    }
    return marked;
  }

  /** Returns a label such as {@code egress of hop 1 and hop 2 are allowed here}. */
  private static String label(List<FindingRule> rules, int hops) {
    Map<Integer, List<FindingRule>> byHop = new LinkedHashMap<>();
    rules.forEach(rule -> byHop.computeIfAbsent(rule.hop(), n -> new ArrayList<>()).add(rule));
    List<String> parts = new ArrayList<>();
    byHop.forEach(
        (hop, sides) -> {
          String side = sides.size() > 1 ? "" : sides.getFirst().direction().word();
          String number = hops > 1 ? "hop " + hop : "";
          parts.add(side + (side.isEmpty() || number.isEmpty() ? "" : " of ") + number);
        });
    String what = String.join(" and ", parts);
    return what.isEmpty()
        ? "allowed here"
        : what + (parts.size() > 1 ? " are" : " is") + " allowed here";
  }
}
