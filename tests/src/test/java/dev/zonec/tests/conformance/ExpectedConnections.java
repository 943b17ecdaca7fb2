package dev.zonec.tests.conformance;

import dev.zonec.model.net.IpAddress;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The connections that a case of the corpus expects, read from JSON.
 *
 * @param kind the subject of the case; empty if unknown
 * @param rows the rows of the table
 * @param entering the ports of workloads that an ingress controller reaches
 */
record ExpectedConnections(String kind, List<Row> rows, SortedMap<String, String> entering) {
  /** A row; each end is a workload or a list of address ranges. */
  record Row(String from, List<Range> fromRanges, String to, List<Range> toRanges, String ports) {}

  record Range(BigInteger first, BigInteger last) {
    static Range of(String text) {
      String[] ends = text.split("-", -1);
      return new Range(IpAddress.of(ends[0]).value(), IpAddress.of(ends[ends.length - 1]).value());
    }
  }

  static ExpectedConnections read(Path file) throws IOException {
    return of(new JsonMapper().readTree(Files.readString(file)));
  }

  static ExpectedConnections of(JsonNode json) {
    List<Row> rows = new ArrayList<>();
    for (JsonNode row : json.path("connections")) {
      rows.add(
          new Row(
              row.path("src").asString(""),
              ranges(row.path("srcIps")),
              row.path("dst").asString(""),
              ranges(row.path("dstIps")),
              ports(row.path("ports"))));
    }
    SortedMap<String, String> entering = new TreeMap<>();
    for (JsonNode row : json.path("fromIngressController")) {
      entering.put(row.path("dst").asString(""), ports(row.path("ports")));
    }
    return new ExpectedConnections(json.path("kind").asString(""), rows, entering);
  }

  /** Returns the IPv4 ranges, because the expectations do not cover IPv6. */
  private static List<Range> ranges(JsonNode texts) {
    return StreamSupport.stream(texts.spliterator(), false)
        .map(text -> text.asString(""))
        .filter(text -> text.indexOf(':') < 0)
        .map(Range::of)
        .toList();
  }

  private static String ports(JsonNode ports) {
    return ports.properties().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getKey() + entry.getValue())
        .collect(Collectors.joining(" "));
  }

  /**
   * Returns the starts of all ranges, so that no range distinguishes two addresses between two
   * starts.
   */
  private static TreeSet<BigInteger> cuts(List<ExpectedConnections> tables) {
    TreeSet<BigInteger> cuts = new TreeSet<>();
    for (ExpectedConnections table : tables) {
      for (Row row : table.rows()) {
        List<Range> ranges = new ArrayList<>(row.fromRanges());
        ranges.addAll(row.toRanges());
        for (Range range : ranges) {
          cuts.add(range.first());
          cuts.add(range.last().add(BigInteger.ONE));
        }
      }
    }
    return cuts;
  }

  /**
   * Returns the ports of each connection. An address represents all addresses that neither table
   * distinguishes from it.
   */
  SortedMap<String, String> refined(ExpectedConnections other) {
    TreeSet<BigInteger> cuts = cuts(List.of(this, other));
    SortedMap<String, String> all = new TreeMap<>();
    for (Row row : rows) {
      for (String from : ends(row.from(), row.fromRanges(), cuts)) {
        for (String to : ends(row.to(), row.toRanges(), cuts)) {
          all.merge(from + " -> " + to, row.ports(), (one, more) -> one + " and " + more);
        }
      }
    }
    return all;
  }

  private static List<String> ends(String workload, List<Range> ranges, TreeSet<BigInteger> cuts) {
    if (!workload.isEmpty()) {
      return List.of(workload);
    }
    return ranges.stream()
        .flatMap(range -> cuts.subSet(range.first(), true, range.last(), true).stream())
        .map(BigInteger::toString)
        .toList();
  }
}
