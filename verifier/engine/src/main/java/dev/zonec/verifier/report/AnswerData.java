package dev.zonec.verifier.report;

import dev.zonec.verifier.query.Answer;
import dev.zonec.verifier.query.AnswerEnd;
import dev.zonec.verifier.query.OpenPorts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes answers as maps and lists, ready for JSON. */
public final class AnswerData {
  private AnswerData() {}

  /**
   * Returns the answer to {@code question}, under the key {@code connections}, {@code paths} or
   * {@code members}.
   */
  public static Map<String, Object> of(String question, Answer answer) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("query", question);
    switch (answer) {
      case Answer.Connections(var rows) ->
          out.put(
              "connections",
              rows.stream()
                  .map(row -> connection(row.from().label(), row.to().label(), row.ports()))
                  .toList());
      case Answer.JoinedConnections(var rows) ->
          out.put("connections", rows.stream().map(AnswerData::joinedRow).toList());
      case Answer.JoinedPaths(var paths, boolean cut) -> {
        out.put("paths", paths.stream().flatMap(AnswerData::joinedPaths).toList());
        putCut(cut, out);
      }
      case Answer.ThroughService(var rows) ->
          out.put("connections", rows.stream().map(AnswerData::serviceRow).toList());
      case Answer.Members(var places) ->
          out.put("members", places.stream().map(AnswerEnd::label).toList());
      case Answer.Paths(var paths, boolean cut) -> {
        out.put("paths", paths.stream().map(AnswerData::path).toList());
        putCut(cut, out);
      }
    }
    return out;
  }

  private static void putCut(boolean cut, Map<String, Object> out) {
    if (cut) {
      out.put("cut", true);
    }
  }

  private static Map<String, Object> path(Answer.Path path) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("src", path.hops().getFirst().from().label());
    out.put("dst", path.hops().getLast().to().label());
    out.put("hops", hops(path));
    return out;
  }

  private static List<Map<String, Object>> hops(Answer.Path path) {
    return path.hops().stream()
        .map(hop -> connection(hop.from().label(), hop.to().label(), hop.ports()))
        .toList();
  }

  private static Map<String, Object> joinedRow(Answer.JoinedRow row) {
    Map<String, Object> out = new LinkedHashMap<>();
    putEnds("src", row.from(), out);
    putEnds("dst", row.to(), out);
    out.put("ports", ConnectionsData.ports(row.ports()));
    return out;
  }

  private static Stream<Map<String, Object>> joinedPaths(Answer.JoinedPath joined) {
    return joined.examples().stream()
        .map(
            path -> {
              Map<String, Object> out = new LinkedHashMap<>();
              putEnds("src", joined.from(), out);
              putEnds("dst", joined.to(), out);
              out.put("hops", hops(path));
              return out;
            });
  }

  private static void putEnds(String side, Answer.Ends ends, Map<String, Object> out) {
    if (ends.count() == 1) {
      out.put(side, ends.names().getFirst());
    } else {
      out.put(side + "Patterns", ends.names());
      out.put(side + "Count", ends.count());
    }
  }

  private static Map<String, Object> serviceRow(Answer.ServiceRow row) {
    Map<String, Object> out = connection(row.from().label(), row.to().label(), row.targets());
    out.put("service", row.service().toString());
    out.put("servicePorts", ConnectionsData.ports(row.ports()));
    return out;
  }

  /** Returns an allowed connection between two ends. */
  static Map<String, Object> connection(String from, String to, OpenPorts ports) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("src", from);
    out.put("dst", to);
    out.put("ports", ConnectionsData.ports(ports));
    return out;
  }
}
