package dev.zonec.application.flows;

import dev.zonec.diagnostics.Counted;
import dev.zonec.flows.attribution.Doubt;
import dev.zonec.flows.log.LogCounts;
import dev.zonec.flows.rule.RowKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The lines that sum up what the logs show. */
public final class FlowSummary {
  private FlowSummary() {}

  /**
   * Returns the lines.
   *
   * @param all whether each reason is listed for which records show no flow
   */
  public static List<String> lines(CheckedFlows checked, boolean all) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Counted.grouped(checked.flows(), "flow")
            + " in "
            + Counted.grouped(checked.logs().size(), "log")
            + (checked.first() < 0
                ? ""
                : ", " + FlowDiagnostics.period(checked.first(), checked.last())));
    Map<String, Long> skipped = new TreeMap<>();
    for (LogCounts log : LogCounts.byFormat(checked.logs())) {
      lines.add(
          "  "
              + log.format().title()
              + ": "
              + Counted.grouped(log.flows(), "flow")
              + ", "
              + Counted.grouped(log.skippedRecords(), "record")
              + " without a flow, "
              + Counted.grouped(log.unreadable(), "unreadable record")
              + (log.lost() > 0 ? ", at least " + log.lost() + " flows lost before" : ""));
      log.skipped()
          .forEach(
              (reason, count) ->
                  skipped.merge(log.format().title() + ": " + reason, count, Long::sum));
    }
    if (all) {
      skipped.forEach((reason, count) -> lines.add("  without a flow: " + count + " " + reason));
    }
    for (Map.Entry<RowKind, Long> each : checked.records().entrySet()) {
      lines.add("  " + Counted.grouped(each.getValue(), "record") + ": " + each.getKey().title());
      if (each.getKey() == RowKind.DOUBTFUL) {
        for (Map.Entry<Doubt, Long> doubt : checked.doubts().entrySet()) {
          lines.add("    " + doubt.getValue() + ": " + doubt.getKey().text());
        }
      }
    }
    int findings = checked.findings().size();
    lines.add(
        findings == 0
            ? "no finding among the flows that were judged"
            : Counted.grouped(findings, "finding"));
    return lines;
  }
}
