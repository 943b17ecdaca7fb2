package dev.zonec.verifier.report;

import dev.zonec.diagnostics.ShortList;
import dev.zonec.model.net.PortRange;
import dev.zonec.verifier.query.ConnectionTable;
import dev.zonec.verifier.query.OpenPorts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes connections as plain lines, as CSV, or as a Markdown table. */
public final class ConnectionsText {
  /** The name of the source of connections through Ingresses and routes. */
  public static final String INGRESS = "ingress";

  /** The greatest number of patterns that a text shows of one end. */
  static final int MOST_PATTERNS = 8;

  /** The ranges of both families without a cluster's own addresses. */
  private static final List<String> EVERY_ADDRESS =
      List.of("0.0.0.0-255.255.255.255", "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");

  private ConnectionsText() {}

  /** Returns lines such as {@code shop/web[Deployment] -> shop/cart[Deployment] : tcp/7070}. */
  public static List<String> lines(ConnectionTable table) {
    List<String> lines = new ArrayList<>();
    table
        .rows()
        .forEach(
            row -> lines.add(shown(row.from()) + " -> " + shown(row.to()) + " : " + row.ports()));
    table
        .entranceRows()
        .forEach(row -> lines.add(INGRESS + " -> " + row.to() + " : " + row.ports()));
    return lines;
  }

  /**
   * Returns CSV with a row for each source, destination and protocol. Ranges of ports are separated
   * by spaces.
   */
  public static List<String> csv(ConnectionTable table) {
    List<String> lines = new ArrayList<>(List.of("src,dst,protocol,ports"));
    for (ConnectionTable.Row row : table.rows()) {
      for (String from : cells(row.from())) {
        cells(row.to()).forEach(to -> addCsv(from, to, row.ports(), lines));
      }
    }
    table.entranceRows().forEach(row -> addCsv(INGRESS, row.to().toString(), row.ports(), lines));
    return lines;
  }

  private static void addCsv(String from, String to, OpenPorts ports, List<String> lines) {
    ports
        .ranges()
        .forEach(
            (protocol, ranges) ->
                lines.add(from + "," + to + "," + protocol.name() + "," + cell(ranges.ranges())));
  }

  /**
   * Returns the end for people: all addresses as {@code any address}, and only the beginning of a
   * long list of workloads, with the number of the others.
   */
  static String shown(ConnectionTable.End end) {
    return switch (end) {
      case ConnectionTable.End.OfWorkload workload -> workload.toString();
      case ConnectionTable.End.OfAddresses(var ranges) when ranges.equals(EVERY_ADDRESS) ->
          "any address";
      case ConnectionTable.End.OfAddresses addresses -> addresses.toString();
      case ConnectionTable.End.OfWorkloads(var patterns) ->
          ShortList.atMost(patterns, MOST_PATTERNS);
    };
  }

  private static List<String> cells(ConnectionTable.End end) {
    return switch (end) {
      case ConnectionTable.End.OfWorkloads(var patterns) -> patterns;
      case ConnectionTable.End.OfWorkload workload -> List.of(workload.toString());
      case ConnectionTable.End.OfAddresses(var ranges) -> ranges;
    };
  }

  private static String cell(List<PortRange> ranges) {
    return ranges.stream().map(PortRange::toString).collect(Collectors.joining(" "));
  }

  /** Returns a Markdown table of sources, destinations and ports. */
  public static List<String> markdown(ConnectionTable table) {
    List<String> lines = new ArrayList<>(List.of("| src | dst | ports |", "|---|---|---|"));
    for (ConnectionTable.Row row : table.rows()) {
      lines.add("| " + cell(row.from()) + " | " + cell(row.to()) + " | " + row.ports() + " |");
    }
    for (ConnectionTable.EntranceRow row : table.entranceRows()) {
      lines.add("| " + INGRESS + " | " + cell(row.to()) + " | " + row.ports() + " |");
    }
    return lines;
  }

  /** Returns the end without emphasis, which asterisks would begin. */
  private static String cell(ConnectionTable.End end) {
    return shown(end).replace("*", "\\*");
  }
}
