package dev.zonec.views.playground;

import dev.zonec.application.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a page shows and asks. All methods can be called by several threads. */
public interface Playground {
  /**
   * Something that the page can open.
   *
   * @param id the id in requests
   * @param title the entry in the menu
   */
  record Title(String id, String title) {}

  /** Returns what the page can open; the first one is opened at the beginning. */
  List<Title> menu();

  /** Returns the texts of {@code id}; empty if there is none. */
  Optional<Workspace> open(String id);

  /** What a question is about. */
  enum Kind {
    /** The problems of the program that are found without a proof. */
    LINT,
    VERIFY,
    COMPILE,
    GRAPH,
    QUERY
  }

  /**
   * A question about texts.
   *
   * @param id what was opened; its options apply
   * @param texts the texts of the page by their names, which are paths
   * @param added the names of the manifests that the page has added to those that were opened
   * @param all whether nothing is left out of the graph of {@link Kind#GRAPH}
   * @param text the question of {@link Kind#QUERY}; empty otherwise
   */
  record Question(
      Kind kind,
      String id,
      Map<String, String> texts,
      List<String> added,
      boolean all,
      String text) {
    /** Copies the list. */
    public Question {
      added = List.copyOf(added);
    }
  }

  /**
   * What a command printed.
   *
   * @param command the command line
   * @param exit the exit code
   * @param out standard output
   * @param err standard error
   */
  record Answer(String command, int exit, String out, String err) {}

  /**
   * Answers a question on this thread, until it is interrupted. Nothing is written, and the files
   * that are read do not depend on the texts; empty if there is no such {@code id}.
   */
  Optional<Answer> answer(Question question);
}
