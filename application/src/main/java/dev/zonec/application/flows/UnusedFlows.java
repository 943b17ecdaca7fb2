package dev.zonec.application.flows;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Conclusion;
import dev.zonec.diagnostics.Counted;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.flows.rule.Row;
import dev.zonec.flows.rule.RowKind;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Intent;
import dev.zonec.model.program.Party;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The declared flows that no log shows.
 *
 * @param checked what the logs show
 * @param flows the flows, in the order of the program
 * @param declared the number of declared flows
 */
public record UnusedFlows(CheckedFlows checked, List<Unused> flows, int declared) {
  /** Copies the list. */
  public UnusedFlows {
    flows = List.copyOf(flows);
  }

  /**
   * A declared flow that no log shows to have passed, or to have been sent.
   *
   * @param attempts the number of records that show that it was attempted, and denied, refused or
   *     lost
   * @param attempt such a record; empty if there is none
   * @param doubtful the number of records that could be the flow, and were not judged
   * @param similar such a record; empty if there is none
   */
  public record Unused(
      Flow flow, long attempts, Optional<Row> attempt, long doubtful, Optional<Row> similar) {}

  /** Compares the flows of the program with the rows of the logs. */
  static UnusedFlows of(CheckedFlows checked) {
    List<RowConnection> seen = new ArrayList<>();
    List<RowConnection> attempted = new ArrayList<>();
    for (Row row : checked.rows()) {
      if (row.key().kind().ofRecords() && row.key().kind() != RowKind.ELSEWHERE) {
        List<RowConnection> among =
            switch (row.key().outcome()) {
              case PASSED, SENT, RESET -> seen;
              case DENIED, REFUSED, LOST -> attempted;
            };
        among.add(RowConnection.of(row, checked.attribution()));
      }
    }
    List<Flow> declared =
        checked.inputs().program().flows().stream().filter(flow -> !flow.implied()).toList();
    List<Unused> unused = new ArrayList<>();
    for (Flow flow : declared) {
      if (seen.stream().noneMatch(each -> each.certain() && covers(flow, each))) {
        List<RowConnection> attempts =
            attempted.stream().filter(each -> each.certain() && covers(flow, each)).toList();
        List<RowConnection> similar =
            Stream.concat(seen.stream(), attempted.stream())
                .filter(each -> !each.certain() && mayCover(flow, each))
                .toList();
        unused.add(
            new Unused(flow, count(attempts), first(attempts), count(similar), first(similar)));
      }
    }
    return new UnusedFlows(checked, unused, declared.size());
  }

  private static long count(List<RowConnection> rows) {
    return rows.stream().mapToLong(each -> each.row().count()).sum();
  }

  private static Optional<Row> first(List<RowConnection> rows) {
    return rows.stream().map(RowConnection::row).findFirst();
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

  /** Returns the number of flows that are missing in the logs, as the logs say. */
  public long lost() {
    return checked.lost();
  }

  /** Whether nothing speaks against any of the findings. */
  public boolean certain() {
    return flows.isEmpty() || (lost() == 0 && doubtful() == 0);
  }

  /** Returns what the findings come to. Logs that lack something can lack the flows. */
  public Conclusion conclusion() {
    boolean read = checked.complete() && checked.inputs().gaps().isEmpty() && checked.flows() > 0;
    return Conclusion.of(read && certain() && !flows.isEmpty(), read && flows.isEmpty());
  }

  /** Returns the number of the flows that records could be which were not judged. */
  public long doubtful() {
    return flows.stream().filter(each -> each.doubtful() > 0).count();
  }

  /** Returns the number of the flows that were attempted, and were denied, refused or lost. */
  public long attempted() {
    return flows.stream().filter(each -> each.attempts() > 0).count();
  }

  /** Returns a warning for each statement with flows that no log shows. */
  public List<Diagnostic> diagnostics() {
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
              Diagnostic.warning(Code.ZC1219, span, "no log shows " + names + passed(unused))
                  .labelled(passed(unused).isEmpty() ? "not seen" : "not seen to pass")
                  .note("the logs have " + Counted.grouped(checked.flows(), "flow") + " " + period);
          if (unused.size() > 1) {
            told =
                told.note(
                    String.join("\n", unused.stream().map(e -> e.flow().toString()).toList()));
          }
          for (Unused each : unused) {
            if (each.attempts() > 0) {
              Row attempt = each.attempt().orElseThrow();
              told =
                  told.note(
                      Counted.grouped(each.attempts(), "record")
                          + (each.attempts() == 1 ? " shows" : " show")
                          + " that `"
                          + each.flow()
                          + "` was attempted: "
                          + attempt.key().outcome().word()
                          + " at "
                          + attempt.place());
            }
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
          if (checked.lost() > 0) {
            told =
                told.note(
                    "the logs say that at least "
                        + Counted.grouped(checked.lost(), "flow")
                        + (checked.lost() == 1 ? " is" : " are")
                        + " missing in them");
          }
          all.add(told);
        });
    return all;
  }

  /** Returns what no log shows of the flows: that they passed, if all of them were attempted. */
  private static String passed(List<Unused> unused) {
    return unused.stream().allMatch(each -> each.attempts() > 0)
        ? unused.size() == 1 ? " to pass" : " to pass, all of which were attempted"
        : "";
  }

  private static String reason(Row row) {
    if (row.key().isShared()) {
      return "the logs show too many ends and ports to name them";
    }
    return row.key().doubt().text().isEmpty()
        ? "the log does not show which end opened the connection"
        : row.key().doubt().text();
  }
}
