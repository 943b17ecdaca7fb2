package dev.zonec.application.flows;

import dev.zonec.diagnostics.Conclusion;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.flows.analysis.AnalysedFlows;
import dev.zonec.flows.attribution.Attribution;
import dev.zonec.flows.attribution.Doubt;
import dev.zonec.flows.log.LogCounts;
import dev.zonec.flows.rule.Row;
import dev.zonec.flows.rule.RowKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the logs show.
 *
 * @param inputs what they were compared with
 * @param attribution who has which address
 * @param logs the counts of each log
 * @param rows all flows in rows: findings first, the worst one first
 * @param problems logs and records that could not be read, and what the logs lack
 * @param complete whether every log was read completely
 * @param unreadable the number of records that could not be read
 * @param lost the number of flows that are missing in the logs, as the logs say
 * @param first the time of the first flow, in milliseconds since 1970; -1 if there is none
 * @param last the time of the last flow
 */
public record CheckedFlows(
    FlowInputs.Ready inputs,
    Attribution attribution,
    List<LogCounts> logs,
    List<Row> rows,
    List<Diagnostic> problems,
    boolean complete,
    long unreadable,
    long lost,
    long first,
    long last) {
  /** Copies the lists. */
  public CheckedFlows {
    logs = List.copyOf(logs);
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
  }

  /**
   * Describes the result of an analysis.
   *
   * @param logs the counts of each log
   * @param unread errors and warnings about logs as a whole
   */
  public static CheckedFlows of(
      FlowInputs.Ready inputs,
      Attribution attribution,
      AnalysedFlows analysed,
      List<LogCounts> logs,
      List<Diagnostic> unread) {
    List<Diagnostic> problems = new ArrayList<>(unread);
    problems.addAll(FlowDiagnostics.unreadable(analysed));
    problems.addAll(FlowDiagnostics.lost(logs));
    problems.addAll(FlowDiagnostics.shortage(analysed.shortage()));
    boolean complete =
        unread.stream().noneMatch(Diagnostic::isError) && analysed.unreadableRecords() == 0;
    return new CheckedFlows(
        inputs,
        attribution,
        logs,
        analysed.rows(),
        problems,
        complete,
        analysed.unreadableRecords(),
        analysed.lost(),
        analysed.first(),
        analysed.last());
  }

  /** Returns the rows that are findings. */
  public List<Row> findings() {
    return rows.stream().filter(row -> row.key().kind().finding()).toList();
  }

  /** Returns the number of records of each kind that occurs, findings first. */
  public Map<RowKind, Long> records() {
    Map<RowKind, Long> records = new EnumMap<>(RowKind.class);
    for (Row row : rows) {
      // The other rows sum up records that these rows count too.
      if (row.key().kind().ofRecords()) {
        records.merge(row.key().kind(), row.count(), Long::sum);
      }
    }
    return records;
  }

  /** Returns the number of records that were not judged, by reason. */
  public Map<Doubt, Long> doubts() {
    Map<Doubt, Long> doubts = new EnumMap<>(Doubt.class);
    for (Row row : rows) {
      if (row.key().kind() == RowKind.DOUBTFUL) {
        doubts.merge(row.key().doubt(), row.count(), Long::sum);
      }
    }
    return doubts;
  }

  /** Returns a row of flows that were not judged for {@code doubt}: the one with most records. */
  public Row doubtful(Doubt doubt) {
    return rows.stream()
        .filter(row -> row.key().kind() == RowKind.DOUBTFUL && row.key().doubt() == doubt)
        .findFirst()
        .orElseThrow();
  }

  /** Returns an error for the flows that were not judged for reasons that nobody accepted. */
  public List<Diagnostic> unjudged() {
    Map<Doubt, Long> open = new EnumMap<>(doubts());
    open.keySet().removeAll(inputs.request().accepted());
    return open.isEmpty() ? List.of() : List.of(FlowDiagnostics.unjudged(this, open));
  }

  /** Returns the findings as diagnostics, the worst one first. */
  public List<Diagnostic> diagnostics() {
    return findings().stream().map(FlowDiagnostics::of).toList();
  }

  /** Whether all flows were judged, except for what the user accepts. */
  public boolean judged() {
    return complete && unjudged().isEmpty() && inputs.gaps().isEmpty();
  }

  /** Returns what the findings come to. */
  public Conclusion conclusion() {
    return Conclusion.of(diagnostics().stream().anyMatch(Diagnostic::isError), judged());
  }

  /** Returns everything that the inputs and the logs lack, and warnings about them. */
  public List<Diagnostic> shortcomings() {
    return Stream.of(inputs.warnings(), inputs.gaps(), problems, unjudged())
        .flatMap(List::stream)
        .toList();
  }

  /** Returns the number of flows in all logs. */
  public long flows() {
    return logs.stream().mapToLong(LogCounts::flows).sum();
  }
}
