package dev.zonec.verifier.report;

import dev.zonec.verifier.query.Answer;
import dev.zonec.verifier.query.AnswerEnd;
import dev.zonec.verifier.query.OpenPorts;
import java.util.LinkedHashMap;
import java.util.Map;

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
      case Answer.ThroughService(var rows) ->
          out.put("connections", rows.stream().map(AnswerData::serviceRow).toList());
      case Answer.Members(var places) ->
          out.put("members", places.stream().map(AnswerEnd::label).toList());
      case Answer.Paths(var paths, boolean cut) -> {
        out.put("paths", paths.stream().map(AnswerData::path).toList());
        if (cut) {
          out.put("cut", true);
        }
      }
    }
    return out;
  }

  private static Map<String, Object> path(Answer.Path path) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("src", path.hops().getFirst().from().label());
    out.put("dst", path.hops().getLast().to().label());
    out.put(
        "hops",
        path.hops().stream()
            .map(hop -> connection(hop.from().label(), hop.to().label(), hop.ports()))
            .toList());
    return out;
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
