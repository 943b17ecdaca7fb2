package dev.zonec.verifier.report;

import dev.zonec.verifier.query.ConnectionTable;
import dev.zonec.verifier.query.OpenPorts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes connections as maps and lists, ready for JSON. */
public final class ConnectionsData {
  private ConnectionsData() {}

  /**
   * Returns two lists. Each row of {@code connections} has {@code src}, {@code srcPatterns} or
   * {@code srcIps}, the same for {@code dst}, and {@code ports} by protocol. Each row of {@code
   * fromIngressController}, which is left out if empty, has {@code dst} and {@code ports}.
   */
  public static Map<String, Object> of(ConnectionTable table) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (ConnectionTable.Row row : table.rows()) {
      Map<String, Object> out = new LinkedHashMap<>();
      putEnd("src", row.from(), out);
      putEnd("dst", row.to(), out);
      out.put("ports", ports(row.ports()));
      rows.add(out);
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("connections", rows);
    if (!table.entranceRows().isEmpty()) {
      all.put(
          "fromIngressController",
          table.entranceRows().stream().map(ConnectionsData::entranceRows).toList());
    }
    return all;
  }

  private static Map<String, Object> entranceRows(ConnectionTable.EntranceRow row) {
    Map<String, Object> out = new LinkedHashMap<>();
    putEnd("dst", row.to(), out);
    out.put("ports", ports(row.ports()));
    return out;
  }

  private static void putEnd(String side, ConnectionTable.End end, Map<String, Object> out) {
    switch (end) {
      case ConnectionTable.End.OfWorkload workload -> out.put(side, workload.toString());
      case ConnectionTable.End.OfWorkloads(var patterns) -> out.put(side + "Patterns", patterns);
      case ConnectionTable.End.OfAddresses(var ranges) -> out.put(side + "Ips", ranges);
    }
  }

  /** Returns the port ranges of each protocol as pairs of the first and the last port. */
  static Map<String, List<List<Integer>>> ports(OpenPorts ports) {
    Map<String, List<List<Integer>>> byProtocol = new LinkedHashMap<>();
    ports
        .ranges()
        .forEach(
            (protocol, ranges) ->
                byProtocol.put(
                    protocol.name(),
                    ranges.ranges().stream()
                        .map(range -> List.of(range.first(), range.last()))
                        .toList()));
    return byProtocol;
  }
}
