package dev.zonec.cli.format.gitlab;

import dev.zonec.application.report.Entry;
import dev.zonec.application.report.Report;
import dev.zonec.application.report.Status;
import dev.zonec.cli.format.PlaceText;
import dev.zonec.cli.format.ReportFormat;
import dev.zonec.diagnostics.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A code quality report of GitLab: a list of issues. Entries that hold or are accepted have the
 * severity {@code info}.
 */
public final class GitlabReport implements ReportFormat {
  @Override
  public String text(Report report) {
    return new JsonMapper()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(
                report.entries().stream().map(entry -> issue(entry, report)).toList())
        + "\n";
  }

  private static Map<String, Object> issue(Entry entry, Report report) {
    Place place = report.placeOf(entry);
    Map<String, Object> location = new LinkedHashMap<>();
    location.put("path", place instanceof Place.Nowhere ? "." : PlaceText.file(place));
    location.put("lines", Map.of("begin", PlaceText.line(place)));
    Map<String, Object> issue = new LinkedHashMap<>();
    issue.put("description", description(entry));
    issue.put("check_name", entry.rule().id());
    issue.put("fingerprint", entry.id());
    issue.put("severity", severity(entry.status()));
    issue.put("location", location);
    return issue;
  }

  private static String description(Entry entry) {
    String with = entry.variant().isEmpty() ? "" : " (with " + entry.variant() + ")";
    String accepted = entry.reason().isEmpty() ? "" : "; accepted: " + entry.reason();
    return entry.message() + with + accepted;
  }

  private static String severity(Status status) {
    return switch (status) {
      case FAILED -> "critical";
      case INCONCLUSIVE -> "major";
      case WARNING -> "minor";
      case NOTE, SUPPRESSED, ACCEPTED, WAIVED, VACUOUS, PROVED -> "info";
    };
  }
}
