package dev.zonec.verifier.report;

import dev.zonec.model.net.PortRange;
import dev.zonec.verifier.query.ConnectionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes connections as lines: for reading, as CSV, as a Markdown table. */
public final class ConnectionsText {
  private ConnectionsText() {}

  /** {@code shop/web[Deployment] -> shop/cart[Deployment] : tcp/7070}. */
  public static List<String> lines(ConnectionTable table) {
    return table.rows().stream()
        .map(row -> row.from() + " -> " + row.to() + " : " + row.ports())
        .toList();
  }

  /** A row for each source, destination and protocol; ranges stand apart by a space. */
  public static List<String> csv(ConnectionTable table) {
    List<String> lines = new ArrayList<>(List.of("src,dst,protocol,ports"));
    for (ConnectionTable.Row row : table.rows()) {
      for (String from : cells(row.from())) {
        for (String to : cells(row.to())) {
          row.ports()
              .ranges()
              .forEach(
                  (protocol, ranges) ->
                      lines.add(from + "," + to + "," + protocol.name() + "," + cell(ranges)));
        }
      }
    }
    return lines;
  }

  private static List<String> cells(ConnectionTable.End end) {
    return switch (end) {
      case ConnectionTable.End.OfWorkload workload -> List.of(workload.toString());
      case ConnectionTable.End.OfAddresses(var ranges) -> ranges;
    };
  }

  private static String cell(List<PortRange> ranges) {
    return ranges.stream().map(PortRange::toString).collect(Collectors.joining(" "));
  }

  /** A table of sources, destinations and ports. */
  public static List<String> markdown(ConnectionTable table) {
    List<String> lines = new ArrayList<>(List.of("| src | dst | ports |", "|---|---|---|"));
    for (ConnectionTable.Row row : table.rows()) {
      lines.add("| " + row.from() + " | " + row.to() + " | " + row.ports() + " |");
    }
    return lines;
  }
}
