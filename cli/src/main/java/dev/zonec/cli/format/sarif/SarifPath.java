package dev.zonec.cli.format.sarif;

import dev.zonec.application.report.Entry;
import dev.zonec.application.report.PathHop;
import dev.zonec.application.report.PathStep;
import dev.zonec.application.report.Report;
import dev.zonec.diagnostics.LabelledSpan;
import dev.zonec.diagnostics.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The path of an entry as a code flow: for each side of each hop, the rules that decide.
 *
 * @param codeFlows one code flow with one thread, or none
 * @param leftOut the number of locations that GitHub would not accept
 */
record SarifPath(List<Map<String, Object>> codeFlows, int leftOut) {
  /** The maximum number of locations of a code flow that GitHub accepts. */
  private static final int MOST = 10_000;

  /** Returns the path of {@code entry}. */
  static SarifPath of(Entry entry, Report report) {
    List<Map<String, Object>> locations = new ArrayList<>();
    int number = 1;
    for (PathHop hop : entry.path()) {
      for (PathStep step : hop.steps()) {
        String text =
            "hop "
                + number
                + " of "
                + entry.path().size()
                + ", "
                + hop
                + ", "
                + step.side()
                + ": "
                + step.text();
        add(locations, step, text, report.placeOf(entry));
      }
      if (hop.steps().isEmpty()) {
        locations.add(flowLocation(report.placeOf(entry), "hop " + number + ", " + hop, 0));
      }
      number++;
    }
    if (locations.isEmpty()) {
      return new SarifPath(List.of(), 0);
    }
    int kept = Math.min(MOST, locations.size());
    return new SarifPath(
        List.of(Map.of("threadFlows", List.of(Map.of("locations", locations.subList(0, kept))))),
        locations.size() - kept);
  }

  /** A side without a rule has the place of the entry, because GitHub shows no other ones. */
  private static void add(
      List<Map<String, Object>> locations, PathStep step, String text, Place instead) {
    if (step.places().isEmpty()) {
      locations.add(flowLocation(instead, text, 0));
      return;
    }
    boolean first = true;
    for (LabelledSpan place : step.places()) {
      locations.add(
          flowLocation(Place.at(place.span()), first ? text : place.label(), first ? 0 : 1));
      first = false;
    }
  }

  private static Map<String, Object> flowLocation(Place place, String text, int nesting) {
    Map<String, Object> location = new LinkedHashMap<>();
    location.put("location", SarifLocations.of(place, text));
    location.put("nestingLevel", nesting);
    return location;
  }
}
