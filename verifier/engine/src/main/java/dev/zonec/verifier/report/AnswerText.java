package dev.zonec.verifier.report;

import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Family;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.query.Answer;
import dev.zonec.verifier.query.AnswerEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes answers as lines of text. */
public final class AnswerText {
  private AnswerText() {}

  /**
   * Returns the lines that answer {@code question}.
   *
   * @param origins the origins of the policies
   */
  public static List<String> lines(String question, Answer answer, PolicyOrigins origins) {
    return switch (answer) {
      case Answer.Connections(var rows) ->
          rows.isEmpty() ? List.of("no connection: " + question) : rows(rows);
      case Answer.ThroughService(var rows) ->
          rows.isEmpty() ? List.of("no connection: " + question) : serviceRows(rows);
      case Answer.Members(var places) ->
          places.isEmpty()
              ? List.of("no members: " + question)
              : places.stream().map(AnswerEnd::label).toList();
      case Answer.Paths(var paths, boolean cut) ->
          paths.isEmpty() ? List.of("no path: " + question) : paths(paths, origins);
    };
  }

  private static List<String> rows(List<Answer.Row> rows) {
    return rows.stream()
        .map(row -> row.from().label() + " -> " + row.to().label() + " : " + row.ports())
        .toList();
  }

  private static List<String> serviceRows(List<Answer.ServiceRow> rows) {
    return rows.stream()
        .map(
            row ->
                row.from().label()
                    + " -> svc/"
                    + row.service()
                    + " : "
                    + row.ports()
                    + " at "
                    + row.to().label()
                    + " "
                    + row.targets())
        .toList();
  }

  private static List<String> paths(List<Answer.Path> paths, PolicyOrigins origins) {
    List<String> lines = new ArrayList<>();
    for (Answer.Path path : paths) {
      Answer.Hop last = path.hops().getLast();
      int hops = path.hops().size();
      lines.add(
          path.hops().getFirst().from().label()
              + " ~> "
              + last.to().label()
              + " in "
              + (hops == 1 ? "1 hop" : hops + " hops"));
      for (Answer.Hop hop : path.hops()) {
        lines.add("  " + hop.from().label() + " -> " + hop.to().label() + " : " + hop.ports());
        new SideText(false, connection(hop), origins)
            .sides(hop.decision())
            .forEach(side -> lines.add("  " + side));
      }
    }
    return lines;
  }

  /** Returns the connection that the decision of {@code hop} is about. */
  public static Connection connection(Answer.Hop hop) {
    Endpoint from = hop.from().endpoint();
    Endpoint to = hop.to().endpoint();
    Family family =
        Stream.of(from, to)
            .filter(Endpoint.External.class::isInstance)
            .map(end -> ((Endpoint.External) end).address().family())
            .findFirst()
            .orElse(Family.IPV4);
    return new Connection(from, to, family, hop.transport());
  }
}
