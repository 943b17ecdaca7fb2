package dev.zonec.stream.sink;

import dev.zonec.application.flows.EventLines;
import dev.zonec.application.flows.FlowData;
import dev.zonec.application.version.Build;
import dev.zonec.application.version.Versions;
import dev.zonec.flows.rule.Row;
import dev.zonec.stream.event.LogProblem;
import dev.zonec.stream.event.LogReport;
import dev.zonec.stream.result.JobResult;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes results as lines.
 *
 * @param format the format of the lines
 * @param atOnce whether findings are reported as soon as they are found; otherwise only with the
 *     rows of their period
 */
public record ResultLines(LineFormat format, boolean atOnce)
    implements FlatMapFunction<JobResult, String> {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public void flatMap(JobResult result, Collector<String> out) {
    line(result, Instant.now()).map(JSON::writeValueAsString).ifPresent(out::collect);
  }

  private Optional<Map<String, Object>> line(JobResult result, Instant now) {
    return switch (format) {
      case JSON -> Optional.of(json(result));
      case ECS -> finding(result).map(row -> EventLines.ecs(row, now));
      case OCSF -> finding(result).map(row -> EventLines.ocsf(row, version(), now));
    };
  }

  private static String version() {
    return Versions.read().build().map(Build::version).orElse("(unpackaged)");
  }

  /** Returns the finding that an event reports: each one once. */
  private Optional<Row> finding(JobResult result) {
    return switch (result) {
      case JobResult.Found(Row row) when atOnce -> Optional.of(row);
      case JobResult.Counted(long end, Row row) when !atOnce && row.key().kind().finding() ->
          Optional.of(row);
      case JobResult.Found found -> Optional.empty();
      case JobResult.Counted counted -> Optional.empty();
      case JobResult.Period period -> Optional.empty();
      case JobResult.Logged logged -> Optional.empty();
    };
  }

  private static Map<String, Object> json(JobResult result) {
    Map<String, Object> line = new LinkedHashMap<>();
    switch (result) {
      case JobResult.Found(Row row) -> {
        line.put("type", "found");
        line.putAll(FlowData.finding(row));
      }
      case JobResult.Counted(long end, Row row) -> {
        boolean finding = row.key().kind().finding();
        line.put("type", finding ? "finding" : "row");
        end(line, end);
        if (finding) {
          line.putAll(FlowData.finding(row));
        } else {
          line.put("kind", row.key().kind().word());
          line.put("doubt", row.key().doubt().word());
          line.putAll(FlowData.row(row));
        }
      }
      case JobResult.Period period -> {
        line.put("type", "period");
        end(line, period.end());
        line.put("group", period.group());
        if (period.first() >= 0) {
          line.put("first", Instant.ofEpochMilli(period.first()).toString());
          line.put("last", Instant.ofEpochMilli(period.last()).toString());
        }
        line.put("late", period.late());
        line.put("forgottenSources", period.forgotten());
        line.put("unlistedBehaviours", period.unlisted());
      }
      case JobResult.Logged(LogReport report) -> {
        line.put("type", "log");
        line.put("file", report.file());
        report.counts().ifPresent(counts -> line.putAll(FlowData.log(counts)));
        line.put("unknownFormat", report.unknown());
        line.put(
            "unreadableRecords",
            report.unreadable().stream()
                .map(
                    each ->
                        Map.of(
                            "file", each.place().file(),
                            "number", each.place().number(),
                            "reason", each.reason()))
                .toList());
        line.put("problems", problems(report));
      }
    }
    return line;
  }

  private static void end(Map<String, Object> line, long end) {
    if (end != Long.MAX_VALUE) {
      // A period ends with its last millisecond.
      line.put("until", Instant.ofEpochMilli(end + 1).toString());
    }
  }

  private static List<Map<String, Object>> problems(LogReport report) {
    return report.problems().stream().map(ResultLines::problem).toList();
  }

  private static Map<String, Object> problem(LogProblem problem) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
    data.put("code", problem.code().name());
    data.put("message", problem.message());
    return data;
  }
}
