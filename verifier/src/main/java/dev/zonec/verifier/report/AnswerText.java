package dev.zonec.verifier.report;

import dev.zonec.verifier.query.Answer;
import dev.zonec.verifier.query.Place;
import java.util.ArrayList;
import java.util.List;

/** Writes answers as lines. */
public final class AnswerText {
  private AnswerText() {}

  /** The lines that answer {@code question}. */
  public static List<String> lines(String question, Answer answer) {
    return switch (answer) {
      case Answer.Connections(var rows) ->
          rows.isEmpty() ? List.of("no connection: " + question) : rows(rows);
      case Answer.ThroughService(var rows) ->
          rows.isEmpty() ? List.of("no connection: " + question) : serviceRows(rows);
      case Answer.Members(var places) ->
          places.isEmpty()
              ? List.of("nobody: " + question)
              : places.stream().map(Place::label).toList();
      case Answer.Paths(var paths, boolean cut) ->
          paths.isEmpty() ? List.of("no path: " + question) : paths(paths);
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

  private static List<String> paths(List<Answer.Path> paths) {
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
        SideText.FIRST_RULE.sides(hop.decision()).forEach(side -> lines.add("  " + side));
      }
    }
    return lines;
  }
}
