package dev.zonec.cli.format.json;

import dev.zonec.application.report.Entry;
import dev.zonec.application.report.Report;
import dev.zonec.cli.format.ReportFormat;
import tools.jackson.databind.json.JsonMapper;

/** A line of JSON with the counts, and then a line for each entry. */
public final class JsonLines implements ReportFormat {
  @Override
  public String text(Report report) {
    JsonMapper mapper = new JsonMapper();
    StringBuilder out = new StringBuilder();
    out.append(mapper.writeValueAsString(JsonReport.head(report))).append('\n');
    for (Entry entry : report.entries()) {
      out.append(mapper.writeValueAsString(EntryData.of(entry))).append('\n');
    }
    return out.toString();
  }
}
