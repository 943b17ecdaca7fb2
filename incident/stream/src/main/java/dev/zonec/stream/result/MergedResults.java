package dev.zonec.stream.result;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.flows.analysis.AnalysedFlows;
import dev.zonec.flows.analysis.Limits;
import dev.zonec.flows.analysis.Shortage;
import dev.zonec.flows.analysis.Unreadable;
import dev.zonec.flows.log.LogCounts;
import dev.zonec.stream.event.LogProblem;
import dev.zonec.stream.event.LogReport;
import java.util.List;
import java.util.TreeMap;

/** The results of a whole run, put together as one analysis. */
public final class MergedResults {
  private final MergedRows rows = new MergedRows(Limits.STANDARD);
  private final TreeMap<Integer, LogReport> reports = new TreeMap<>();
  private long forgotten;
  private long unlisted;
  private long late;
  private long first = -1;
  private long last = -1;

  /** Adds a result; the order of results does not matter. */
  public void add(JobResult result) {
    switch (result) {
      case JobResult.Found found -> {}
      case JobResult.Counted counted -> rows.add(counted.row());
      case JobResult.Period period -> {
        forgotten += period.forgotten();
        unlisted += period.unlisted();
        late += period.late();
        if (period.first() >= 0) {
          first = first < 0 ? period.first() : Math.min(first, period.first());
          last = Math.max(last, period.last());
        }
      }
      case JobResult.Logged(LogReport report) ->
          reports.merge(report.log(), report, LogReport::and);
    }
  }

  /** Returns the result of the analysis. */
  public AnalysedFlows analysed() {
    MergedRows.Result merged = rows.result();
    return new AnalysedFlows(
        merged.rows(),
        Shortage.of(merged.rows(), forgotten, unlisted + merged.unlisted()),
        reports.values().stream()
            .flatMap(report -> report.unreadable().stream())
            .limit(Unreadable.MOST_NAMED)
            .toList(),
        counts().stream().mapToLong(LogCounts::unreadable).sum(),
        counts().stream().mapToLong(LogCounts::lost).sum(),
        first,
        last);
  }

  /** Returns the counts of each log, in the order of the logs. */
  public List<LogCounts> counts() {
    return reports.values().stream().flatMap(report -> report.counts().stream()).toList();
  }

  /** Returns errors and warnings about logs as a whole, in the order of the logs. */
  public List<Diagnostic> problems() {
    return reports.values().stream()
        .flatMap(report -> report.problems().stream())
        .map(LogProblem::diagnostic)
        .toList();
  }

  /** Returns the number of flows that came after their time had passed. */
  public long late() {
    return late;
  }
}
