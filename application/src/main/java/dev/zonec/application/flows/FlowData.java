package dev.zonec.application.flows;

import dev.zonec.diagnostics.OrderedMap;
import dev.zonec.flows.attribution.FlowEnd;
import dev.zonec.flows.log.LogCounts;
import dev.zonec.flows.rule.Row;
import dev.zonec.flows.rule.RowKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The parts of the JSON document about observed flows. */
public final class FlowData {
  private FlowData() {}

  /** Returns the parts for logs that were compared with a program and policies. */
  public static Map<String, Object> of(CheckedFlows checked) {
    Map<String, Object> data = new LinkedHashMap<>(about(checked));
    data.put("judged", checked.judged());
    data.put("findings", checked.findings().stream().map(FlowData::finding).toList());
    List<Map<String, Object>> kinds = new ArrayList<>();
    checked
        .records()
        .forEach((kind, count) -> kinds.add(OrderedMap.of("kind", kind.word(), "records", count)));
    data.put("records", kinds);
    List<Map<String, Object>> doubts = new ArrayList<>();
    checked
        .doubts()
        .forEach(
            (doubt, count) -> {
              Map<String, Object> one = new LinkedHashMap<>();
              one.put("reason", doubt.word());
              one.put("text", doubt.text());
              one.put("records", count);
              one.put("accepted", checked.inputs().request().accepted().contains(doubt));
              one.put("example", row(checked.doubtful(doubt)));
              doubts.add(one);
            });
    data.put("notJudged", doubts);
    return data;
  }

  /** Returns the parts about the logs themselves. */
  public static Map<String, Object> about(CheckedFlows checked) {
    Map<String, Object> data = new LinkedHashMap<>();
    if (checked.first() >= 0) {
      data.put("first", time(checked.first()));
      data.put("last", time(checked.last()));
    }
    data.put("flows", checked.flows());
    data.put("logs", checked.logs().stream().map(FlowData::log).toList());
    return data;
  }

  /** Returns the counts of a log. */
  public static Map<String, Object> log(LogCounts log) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("file", log.file());
    data.put("format", log.format().word());
    data.put("flows", log.flows());
    data.put("skipped", new TreeMap<>(log.skipped()));
    data.put("unreadable", log.unreadable());
    data.put("lost", log.lost());
    return data;
  }

  /** Returns a finding. */
  public static Map<String, Object> finding(Row row) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", FlowEntries.id(row));
    data.put("kind", row.key().kind().word());
    data.put("code", FlowDiagnostics.code(row.key().kind()).name());
    data.put(
        "severity", FlowDiagnostics.severity(row.key().kind()).name().toLowerCase(Locale.ROOT));
    data.put("message", FlowDiagnostics.message(row.key()));
    data.putAll(row(row));
    if (row.key().kind().behaviour()) {
      data.put("measured", OrderedMap.of("amount", row.amount(), "unit", row.key().kind().unit()));
    }
    if (!row.detail().isEmpty()) {
      data.put("evidence", row.detail());
    }
    return data;
  }

  /** Returns what every row shows. */
  public static Map<String, Object> row(Row row) {
    RowKey key = row.key();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("from", end(key.from()));
    data.put("to", end(key.to()));
    data.put("transport", key.transport());
    data.put("outcome", key.outcome().word());
    data.put("oriented", key.oriented());
    data.put("records", row.count());
    data.put("connections", row.connections());
    if (row.first() >= 0) {
      data.put("first", time(row.first()));
      data.put("last", time(row.last()));
    }
    data.put(
        "sample",
        OrderedMap.of(
            "file", row.place().file(), "number", row.place().number(), "text", row.sample()));
    return data;
  }

  private static Map<String, Object> end(FlowEnd end) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("kind", end.kind().name().toLowerCase(Locale.ROOT));
    data.put("name", end.name());
    if (!end.address().isEmpty()) {
      data.put("address", end.address());
    }
    return data;
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }
}
