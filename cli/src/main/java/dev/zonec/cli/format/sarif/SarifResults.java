package dev.zonec.cli.format.sarif;

import dev.zonec.application.report.Entry;
import dev.zonec.application.report.Report;
import dev.zonec.application.report.Status;
import dev.zonec.diagnostics.ContentHash;
import dev.zonec.diagnostics.Note;
import dev.zonec.diagnostics.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Entries as results, and entries that hold as notifications: GitHub ignores {@code kind}, and
 * would show a result of the kind {@code pass} as an alert.
 *
 * @param ruleIds the rules of the run, in their order
 */
record SarifResults(Report report, List<String> ruleIds) {
  /** The maximum number of locations of a result that GitHub accepts. */
  private static final int MOST_LOCATIONS = 1_000;

  /** Returns the result of an entry that does not hold. */
  Map<String, Object> result(Entry entry) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ruleId", entry.rule().id());
    result.put("ruleIndex", ruleIds.indexOf(entry.rule().id()));
    boolean open = entry.status() == Status.INCONCLUSIVE;
    result.put("kind", open ? "open" : "fail");
    // The standard asks for `none` unless the kind is `fail`.
    result.put("level", open ? "none" : level(entry.status()));
    SarifPath path = SarifPath.of(entry, report);
    result.put("message", Map.of("text", message(entry) + leftOut(entry, path)));
    // GitHub rejects a result without a location.
    Place place = report.placeOf(entry);
    result.put("locations", List.of(SarifLocations.of(place, entry.label())));
    if (!entry.related().isEmpty()) {
      result.put(
          "relatedLocations",
          entry.related().stream()
              .limit(MOST_LOCATIONS - 1)
              .map(other -> SarifLocations.of(Place.at(other.span()), other.label()))
              .toList());
    }
    if (!path.codeFlows().isEmpty()) {
      result.put("codeFlows", path.codeFlows());
    }
    result.put("partialFingerprints", fingerprints(entry));
    if (entry.status().accepted()) {
      Map<String, Object> suppression = new LinkedHashMap<>();
      suppression.put("kind", entry.status() == Status.ACCEPTED ? "external" : "inSource");
      suppression.put("status", "accepted");
      suppression.put("justification", entry.reason());
      result.put("suppressions", List.of(suppression));
    }
    result.put("properties", properties(entry));
    return result;
  }

  private static String leftOut(Entry entry, SarifPath path) {
    int places = entry.related().size() - (MOST_LOCATIONS - 1);
    return (places > 0 ? "\nand " + places + " more places" : "")
        + (path.leftOut() > 0 ? "\nand " + path.leftOut() + " more locations of the path" : "");
  }

  /** Returns the notification of an entry that holds. */
  Map<String, Object> notification(Entry entry) {
    Map<String, Object> out = new LinkedHashMap<>();
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("id", entry.rule().id());
    rule.put("index", ruleIds.indexOf(entry.rule().id()));
    out.put("associatedRule", rule);
    out.put("level", "note");
    out.put("message", Map.of("text", message(entry)));
    out.put("locations", List.of(SarifLocations.of(report.placeOf(entry), "")));
    out.put("properties", properties(entry));
    return out;
  }

  /** GitHub compares {@code primaryLocationLineHash} to find the same alert in another run. */
  private static Map<String, Object> fingerprints(Entry entry) {
    Map<String, Object> fingerprints = new LinkedHashMap<>();
    fingerprints.put("primaryLocationLineHash", ContentHash.of(entry.id()) + ":1");
    fingerprints.put("zonecEntry/v1", entry.id());
    return fingerprints;
  }

  private static Map<String, Object> properties(Entry entry) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("id", entry.id());
    properties.put("status", entry.status().word());
    if (!entry.claim().isEmpty()) {
      properties.put("claim", entry.claim());
    }
    if (!entry.variant().isEmpty()) {
      properties.put("variant", entry.variant());
    }
    if (!entry.cause().isEmpty()) {
      properties.put("cause", entry.cause());
    }
    if (!entry.reason().isEmpty()) {
      properties.put("reason", entry.reason());
    }
    if (!entry.assumptions().isEmpty()) {
      properties.put("assumptions", entry.assumptions());
    }
    return properties;
  }

  private static String message(Entry entry) {
    StringBuilder text = new StringBuilder(entry.message());
    if (!entry.variant().isEmpty()) {
      text.append(" (with ").append(entry.variant()).append(')');
    }
    for (Note note : entry.otherNotes()) {
      text.append('\n').append(note.kind()).append(": ").append(note.text());
    }
    return text.toString();
  }

  private static String level(Status status) {
    return switch (status) {
      case FAILED -> "error";
      case WARNING, SUPPRESSED -> "warning";
      case INCONCLUSIVE -> "none";
      case ACCEPTED -> "error";
      case NOTE, WAIVED, VACUOUS, PROVED -> "note";
    };
  }
}
