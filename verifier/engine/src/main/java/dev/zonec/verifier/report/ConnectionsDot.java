package dev.zonec.verifier.report;

import dev.zonec.verifier.query.ConnectionTable;
import dev.zonec.verifier.query.OpenPorts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes connections as a Graphviz graph, with a cluster for each namespace. */
public final class ConnectionsDot {
  private ConnectionsDot() {}

  /** Returns the lines of the graph. */
  public static List<String> lines(ConnectionTable table) {
    TreeMap<String, TreeSet<String>> namespaces = new TreeMap<>();
    Set<String> addresses = new LinkedHashSet<>();
    Set<String> groups = new LinkedHashSet<>();
    for (ConnectionTable.Row row : table.rows()) {
      for (ConnectionTable.End end : List.of(row.from(), row.to())) {
        switch (end) {
          case ConnectionTable.End.OfWorkload workload ->
              namespaces
                  .computeIfAbsent(workload.namespace(), namespace -> new TreeSet<>())
                  .add(workload.toString());
          case ConnectionTable.End.OfWorkloads several ->
              groups.add(ConnectionsText.shown(several));
          case ConnectionTable.End.OfAddresses some -> addresses.add(ConnectionsText.shown(some));
        }
      }
    }
    List<String> lines = new ArrayList<>(List.of("digraph connections {", "  node [shape=box];"));
    namespaces.forEach(
        (namespace, workloads) -> {
          lines.add("  subgraph " + Dot.quoted("cluster_" + namespace) + " {");
          lines.add("    label=" + Dot.quoted(namespace) + ";");
          workloads.forEach(
              workload ->
                  lines.add(
                      "    "
                          + Dot.quoted(workload)
                          + " [label="
                          + Dot.quoted(workload.substring(namespace.length() + 1))
                          + "];"));
          lines.add("  }");
        });
    groups.forEach(some -> lines.add("  " + Dot.quoted(some) + " [shape=folder];"));
    addresses.forEach(some -> lines.add("  " + Dot.quoted(some) + " [shape=ellipse];"));
    for (ConnectionTable.Row row : table.rows()) {
      lines.add(edge(ConnectionsText.shown(row.from()), row.to(), row.ports()));
    }
    for (ConnectionTable.EntranceRow row : table.entranceRows()) {
      lines.add(edge(ConnectionsText.INGRESS, row.to(), row.ports()));
    }
    lines.add("}");
    return lines;
  }

  private static String edge(String from, ConnectionTable.End to, OpenPorts ports) {
    return "  "
        + Dot.quoted(from)
        + " -> "
        + Dot.quoted(ConnectionsText.shown(to))
        + " [label="
        + Dot.quoted(ports.toString())
        + "];";
  }
}
