package dev.zonec.cli;

import dev.zonec.application.question.Ask;
import dev.zonec.application.question.ListExposure;
import dev.zonec.verifier.query.Answer;
import dev.zonec.verifier.query.ConnectionTable;
import dev.zonec.verifier.report.AnswerData;
import dev.zonec.verifier.report.AnswerText;
import dev.zonec.verifier.report.ConnectionsData;
import dev.zonec.verifier.report.ConnectionsDot;
import dev.zonec.verifier.report.ConnectionsText;
import dev.zonec.verifier.report.ExposureText;
import dev.zonec.verifier.report.PathTree;
import java.util.List;

/**
 * Prints what {@code query} found.
 *
 * @param question the question, as it was asked
 * @param lines how paths are written as text
 * @param document receives the answer if the format is JSON
 */
record QueryReport(
    Console console,
    String question,
    QueryCommand.Format format,
    Lines lines,
    JsonDocument document) {
  /** How paths are written as text. */
  enum Lines {
    /** One path after the other. */
    PLAIN,
    /** As trees with box characters. */
    TREE,
    /** As trees with characters of ASCII. */
    ASCII_TREE
  }

  /** The greatest number of paths that are listed for a pair of ends with {@code --all}. */
  static final int MOST_PATHS = 100;

  /** Prints the built-in names. */
  void prelude(String text) {
    if (format == QueryCommand.Format.JSON) {
      document.put("prelude", text);
    } else {
      console.print(text);
    }
  }

  /** Prints the answer to a question. */
  void answer(Ask.Reply reply) {
    reply.warning().ifPresent(warning -> console.report(List.of(warning)));
    if (format == QueryCommand.Format.JSON) {
      document.putAll(AnswerData.of(question, reply.answer()));
    } else if (lines != Lines.PLAIN
        && reply.answer() instanceof Answer.Paths(var found, boolean cut)
        && !found.isEmpty()) {
      new PathTree(reply.origins(), lines == Lines.TREE).lines(found).forEach(console::line);
    } else {
      AnswerText.lines(question, reply.answer(), reply.origins()).forEach(console::line);
    }
    boolean more =
        switch (reply.answer()) {
          case Answer.Paths(var paths, boolean cut) -> cut;
          case Answer.JoinedPaths(var paths, boolean cut) -> cut;
          default -> false;
        };
    if (more) {
      console.status("there are more shortest paths: " + MOST_PATHS + " of a pair are listed");
    }
  }

  /** Prints the table of connections. */
  void connections(ConnectionTable table) {
    switch (format) {
      case TEXT -> ConnectionsText.lines(table).forEach(console::line);
      case JSON -> document.putAll(ConnectionsData.of(table));
      case CSV -> ConnectionsText.csv(table).forEach(console::line);
      case MD -> ConnectionsText.markdown(table).forEach(console::line);
      case DOT -> ConnectionsDot.lines(table).forEach(console::line);
    }
  }

  /** Prints what each workload is exposed to. */
  void exposures(ListExposure.Exposures found) {
    if (format == QueryCommand.Format.JSON) {
      document.putAll(ExposureText.data(found.groups(), found.joined()));
      document.put("exact", found.exact());
    } else {
      ExposureText.lines(found.groups()).forEach(console::line);
    }
    if (!found.exact()) {
      console.status(
          "there are too many cluster-scoped policies for an exact answer: some lines may list"
              + " too much");
    }
  }
}
