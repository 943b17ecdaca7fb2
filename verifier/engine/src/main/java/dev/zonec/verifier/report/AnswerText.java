package dev.zonec.verifier.report;

import dev.zonec.diagnostics.ShortList;
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
  /** The greatest number of names of workloads that an end of an answer shows. */
  private static final int MOST_NAMES = 20;

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
      case Answer.JoinedConnections(var rows) ->
          rows.isEmpty() ? List.of("no connection: " + question) : joinedRows(rows);
      case Answer.JoinedPaths(var paths, boolean cut) ->
          paths.isEmpty() ? List.of("no path: " + question) : joinedPaths(paths, origins);
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
      String from = path.hops().getFirst().from().label();
      lines.add(from + " ~> " + path.hops().getLast().to().label() + length(path));
      addHops(path, origins, lines);
    }
    return lines;
  }

  private static String length(Answer.Path path) {
    int hops = path.hops().size();
    return " in " + (hops == 1 ? "1 hop" : hops + " hops");
  }

  private static void addHops(Answer.Path path, PolicyOrigins origins, List<String> lines) {
    for (Answer.Hop hop : path.hops()) {
      lines.add("  " + hop.from().label() + " -> " + hop.to().label() + " : " + hop.ports());
      new SideText(false, connection(hop), origins)
          .sides(hop.decision())
          .forEach(side -> lines.add("  " + side));
    }
  }

  private static List<String> joinedRows(List<Answer.JoinedRow> rows) {
    return rows.stream()
        .map(row -> shown(row.from()) + " -> " + shown(row.to()) + " : " + row.ports())
        .toList();
  }

  private static List<String> joinedPaths(List<Answer.JoinedPath> paths, PolicyOrigins origins) {
    List<String> lines = new ArrayList<>();
    for (Answer.JoinedPath joined : paths) {
      boolean several = joined.from().count() > 1 || joined.to().count() > 1;
      for (Answer.Path path : joined.examples()) {
        lines.add(
            counted(joined.from())
                + " ~> "
                + counted(joined.to())
                + length(path)
                + (several ? ", for example" : ""));
        addHops(path, origins, lines);
      }
    }
    return lines;
  }

  /**
   * Returns the names: all addresses as {@code any address}, and only the beginning of a long list
   * of workloads, with the number of the others. Other addresses are all shown, because one of them
   * can be an external that matters more than the rest.
   */
  private static String shown(Answer.Ends ends) {
    return switch (ends.kind()) {
      case WORKLOADS -> ShortList.atMost(ends.names(), MOST_NAMES);
      case ADDRESSES -> String.join(", ", ends.names());
      case EVERY_ADDRESS -> "any address";
    };
  }

  /** Returns the names, with the number of workloads if a name stands for several. */
  private static String counted(Answer.Ends ends) {
    boolean each = ends.kind() != Answer.Ends.Kind.WORKLOADS || ends.count() == ends.names().size();
    return shown(ends) + (each ? "" : " (" + ends.count() + " workloads)");
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
