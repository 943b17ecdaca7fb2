package dev.zonec.application.flows;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Counted;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.flows.rule.Row;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Intent;
import dev.zonec.model.program.Party;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The declared flows that no log shows.
 *
 * @param flows the flows, in the order of the program
 * @param declared the number of declared flows
 */
public record UnusedFlows(List<Unused> flows, int declared) {
  /** Copies the list. */
  public UnusedFlows {
    flows = List.copyOf(flows);
  }

  /**
   * A declared flow that no log shows.
   *
   * @param doubtful the number of records that could be the flow, and were not judged
   * @param similar such a record; empty if there is none
   */
  public record Unused(Flow flow, long doubtful, Optional<Row> similar) {}

  /** Compares the flows of the program with the rows of the logs. */
  public static UnusedFlows of(CheckedFlows checked) {
    List<RowConnection> seen = new ArrayList<>();
    for (Row row : checked.rows()) {
      boolean counts =
          switch (row.key().kind()) {
            case FAN_OUT, BEACONING, VOLUME, LISTED, LOST, REFUSED, ELSEWHERE -> false;
            default -> true;
          };
      boolean happened =
          switch (row.key().outcome()) {
            case PASSED, SENT -> true;
            case DENIED, REFUSED, LOST -> false;
          };
      if (counts && happened) {
        seen.add(RowConnection.of(row, checked.attribution()));
      }
    }
    List<Flow> declared =
        checked.inputs().program().flows().stream().filter(flow -> !flow.implied()).toList();
    List<Unused> unused = new ArrayList<>();
    for (Flow flow : declared) {
      if (seen.stream().noneMatch(each -> each.certain() && covers(flow, each))) {
        List<RowConnection> similar =
            seen.stream().filter(each -> !each.certain() && mayCover(flow, each)).toList();
        unused.add(
            new Unused(
                flow,
                similar.stream().mapToLong(each -> each.row().count()).sum(),
                similar.stream().map(RowConnection::row).findFirst()));
      }
    }
    return new UnusedFlows(unused, declared.size());
  }

  private static boolean covers(Flow flow, RowConnection row) {
    return flow.from().contains(row.from().orElseThrow())
        && flow.to().contains(row.to().orElseThrow())
        && Intent.opens(flow.service(), row.transport().orElseThrow(), row.to().orElseThrow());
  }

  /** Whether the row can be the flow, as far as it is known. */
  private static boolean mayCover(Flow flow, RowConnection row) {
    return mayBe(flow.from(), row.from())
        && mayBe(flow.to(), row.to())
        && (row.transport().isEmpty()
            || row.to().isEmpty()
            || Intent.opens(flow.service(), row.transport().get(), row.to().get()));
  }

  private static boolean mayBe(Party party, Optional<Endpoint> end) {
    return end.isEmpty() || party.contains(end.get());
  }

  /** Whether nothing speaks against any of the findings. */
  public boolean certain() {
    return flows.stream().allMatch(each -> each.doubtful() == 0);
  }

  /** Returns a warning for each statement with flows that no log shows. */
  public List<Diagnostic> diagnostics(CheckedFlows checked) {
    Map<Span, List<Unused>> byStatement = new LinkedHashMap<>();
    flows.forEach(
        each -> byStatement.computeIfAbsent(each.flow().span(), s -> new ArrayList<>()).add(each));
    String period = FlowDiagnostics.period(checked.first(), checked.last());
    List<Diagnostic> all = new ArrayList<>();
    byStatement.forEach(
        (span, unused) -> {
          String names =
              unused.size() == 1
                  ? "`" + unused.getFirst().flow() + "`"
                  : unused.size() + " flows of this statement";
          Diagnostic told =
              Diagnostic.warning(Code.ZC1219, span, "no log shows " + names)
                  .labelled("not seen")
                  .note("the logs have " + Counted.grouped(checked.flows(), "flow") + " " + period);
          if (unused.size() > 1) {
            told =
                told.note(
                    String.join("\n", unused.stream().map(e -> e.flow().toString()).toList()));
          }
          Optional<Unused> doubtful =
              unused.stream().filter(each -> each.doubtful() > 0).findFirst();
          if (doubtful.isPresent()) {
            Unused one = doubtful.get();
            told =
                told.note(
                    Counted.grouped(one.doubtful(), "record")
                        + " could be it, such as `"
                        + FlowDiagnostics.connection(one.similar().orElseThrow().key())
                        + "`: "
                        + reason(one.similar().orElseThrow()));
          }
          all.add(told);
        });
    return all;
  }

  private static String reason(Row row) {
    return row.key().doubt().text().isEmpty()
        ? "the log does not show which end opened the connection"
        : row.key().doubt().text();
  }
}
