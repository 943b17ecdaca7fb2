package dev.zonec.cli.format.json;

import dev.zonec.application.report.Report;
import dev.zonec.application.report.Status;
import dev.zonec.cli.format.ReportFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** One JSON document with all entries. */
public final class JsonReport implements ReportFormat {
  /** The version of the format; it increases when an older reader could misread a document. */
  public static final int VERSION = 1;

  @Override
  public String text(Report report) {
    return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(data(report))
        + "\n";
  }

  /** Returns the document as maps and lists. */
  public static Map<String, Object> data(Report report) {
    Map<String, Object> data = head(report);
    data.put("summary", report.summary());
    data.put("entries", report.entries().stream().map(EntryData::of).toList());
    return data;
  }

  static Map<String, Object> head(Report report) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("format", "zonec-report");
    data.put("version", VERSION);
    data.put("command", report.command());
    if (!report.headline().isEmpty()) {
      data.put("headline", report.headline());
    }
    Map<String, Object> counts = new LinkedHashMap<>();
    for (Status status : Status.values()) {
      counts.put(status.word(), report.counts().getOrDefault(status, 0));
    }
    data.put("counts", counts);
    return data;
  }
}
