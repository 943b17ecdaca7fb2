package dev.zonec.application.flows;

import dev.zonec.diagnostics.OrderedMap;
import dev.zonec.flows.attribution.FlowEnd;
import dev.zonec.flows.rule.Row;
import dev.zonec.flows.rule.RowKey;
import dev.zonec.model.net.IpAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Findings as events of the systems that security teams use. Each event is a JSON object. */
public final class EventLines {
  /** The version of the Elastic Common Schema whose fields are used. */
  private static final String ECS = "9.0.0";

  /** The version of the Open Cybersecurity Schema Framework. */
  private static final String OCSF = "1.5.0";

  private static final int DETECTION_FINDING = 2004;
  private static final int FINDINGS = 2;
  private static final int CREATE = 1;

  private EventLines() {}

  /** Returns a finding as an alert of the Elastic Common Schema. */
  public static Map<String, Object> ecs(Row row, Instant now) {
    RowKey key = row.key();
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("@timestamp", row.last() < 0 ? now.toString() : time(row.last()));
    event.put("ecs", Map.of("version", ECS));
    event.put("message", FlowDiagnostics.message(key));
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("kind", "alert");
    about.put("category", List.of("network"));
    about.put("type", List.of(type(row)));
    about.put("module", "zonec");
    about.put("dataset", "zonec.flows");
    about.put("provider", "zonec");
    about.put("code", FlowDiagnostics.code(key.kind()).name());
    about.put("id", FlowEntries.id(row));
    about.put("severity", severity(row) == HIGH ? 73 : 47);
    if (row.first() >= 0) {
      about.put("start", time(row.first()));
      about.put("end", time(row.last()));
    }
    about.put("reason", row.detail().isEmpty() ? key.kind().title() : row.detail());
    about.put("original", row.sample());
    event.put("event", about);
    event.put(
        "rule",
        OrderedMap.of(
            "id",
            FlowDiagnostics.code(key.kind()).name(),
            "name",
            FlowDiagnostics.code(key.kind()).title(),
            "category",
            key.kind().word()));
    event.put("source", ecsEnd(key.from(), -1));
    event.put("destination", ecsEnd(key.to(), port(key)));
    Map<String, Object> network = new LinkedHashMap<>();
    String protocol = protocol(key);
    if (!protocol.equals("any")) {
      network.put("transport", protocol);
    }
    if (row.packets() > 0) {
      network.put("packets", row.packets());
    }
    if (row.bytes() > 0) {
      network.put("bytes", row.bytes());
    }
    if (!network.isEmpty()) {
      event.put("network", network);
    }
    event.put("observer", OrderedMap.of("product", "zonec", "type", "ids"));
    event.put(
        "labels",
        OrderedMap.of(
            "records", Long.toString(row.count()),
            "connections", Long.toString(row.connections()),
            "outcome", key.outcome().word(),
            "file", row.place().file(),
            "line", Long.toString(row.place().number())));
    return event;
  }

  private static String type(Row row) {
    return switch (row.key().outcome()) {
      case DENIED, REFUSED, LOST -> "denied";
      case PASSED, SENT, RESET -> "connection";
    };
  }

  private static Map<String, Object> ecsEnd(FlowEnd end, int port) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("address", end.address().isEmpty() ? end.name() : end.address());
    if (IpAddress.parse(end.address()).isPresent()) {
      data.put("ip", end.address());
    }
    if (port > 0) {
      data.put("port", port);
    }
    return data;
  }

  private static final int MEDIUM = 3;
  private static final int HIGH = 4;

  private static int severity(Row row) {
    return switch (FlowDiagnostics.severity(row.key().kind())) {
      case ERROR -> HIGH;
      case WARNING -> MEDIUM;
    };
  }

  /** Returns a finding as a Detection Finding of the Open Cybersecurity Schema Framework. */
  public static Map<String, Object> ocsf(Row row, String version, Instant now) {
    RowKey key = row.key();
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("class_uid", DETECTION_FINDING);
    event.put("class_name", "Detection Finding");
    event.put("category_uid", FINDINGS);
    event.put("category_name", "Findings");
    event.put("activity_id", CREATE);
    event.put("activity_name", "Create");
    event.put("type_uid", DETECTION_FINDING * 100 + CREATE);
    event.put("type_name", "Detection Finding: Create");
    event.put("time", row.last() < 0 ? now.toEpochMilli() : row.last());
    if (row.first() >= 0) {
      event.put("start_time", row.first());
      event.put("end_time", row.last());
    }
    event.put("severity_id", severity(row));
    event.put("severity", severity(row) == HIGH ? "High" : "Medium");
    event.put("status_id", 1);
    event.put("status", "New");
    event.put("message", FlowDiagnostics.message(key));
    event.put("count", (int) Math.min(Integer.MAX_VALUE, row.count()));
    Map<String, Object> product = new LinkedHashMap<>();
    product.put("name", "zonec");
    product.put("vendor_name", "zonec");
    product.put("version", version);
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("version", OCSF);
    metadata.put("product", product);
    metadata.put("log_name", row.place().file());
    metadata.put("event_code", FlowDiagnostics.code(key.kind()).name());
    event.put("metadata", metadata);
    Map<String, Object> finding = new LinkedHashMap<>();
    finding.put("uid", FlowEntries.id(row));
    finding.put("title", FlowDiagnostics.code(key.kind()).title());
    finding.put("desc", FlowDiagnostics.message(key));
    finding.put("types", List.of(key.kind().word()));
    if (row.first() >= 0) {
      finding.put("first_seen_time", row.first());
      finding.put("last_seen_time", row.last());
    }
    event.put("finding_info", finding);
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("src_endpoint", ocsfEnd(key.from(), -1));
    evidence.put("dst_endpoint", ocsfEnd(key.to(), port(key)));
    Map<String, Object> connection = new LinkedHashMap<>();
    connection.put("direction_id", direction(key));
    String protocol = protocol(key);
    if (!protocol.equals("any")) {
      connection.put("protocol_name", protocol);
    }
    evidence.put("connection_info", connection);
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("record", row.sample());
    record.put("line", row.place().number());
    evidence.put("data", record);
    List<Object> evidences = new ArrayList<>();
    evidences.add(evidence);
    event.put("evidences", evidences);
    event.put("is_alert", true);
    return event;
  }

  /** Returns the number of a direction: inbound, outbound or lateral. */
  private static int direction(RowKey key) {
    if (!key.oriented()) {
      return 0;
    }
    boolean from = key.from().kind() == FlowEnd.Kind.OUTSIDE;
    boolean to = key.to().kind() == FlowEnd.Kind.OUTSIDE;
    return from ? 1 : to ? 2 : 3;
  }

  private static Map<String, Object> ocsfEnd(FlowEnd end, int port) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", end.name());
    if (IpAddress.parse(end.address()).isPresent()) {
      data.put("ip", end.address());
    }
    if (port > 0) {
      data.put("port", port);
    }
    return data;
  }

  private static String protocol(RowKey key) {
    int slash = key.transport().indexOf('/');
    return (slash < 0 ? key.transport() : key.transport().substring(0, slash))
        .toLowerCase(Locale.ROOT);
  }

  private static int port(RowKey key) {
    int slash = key.transport().indexOf('/');
    String port = slash < 0 ? "" : key.transport().substring(slash + 1);
    return port.matches("\\d{1,5}") ? Integer.parseInt(port) : -1;
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }
}
