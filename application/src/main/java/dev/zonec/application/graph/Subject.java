package dev.zonec.application.graph;

import dev.zonec.application.input.ManifestRequest;
import java.util.Optional;

/** What a graph shows. */
public sealed interface Subject {
  /** Returns the text that the user asks with, which is resolved as a question. */
  default String text() {
    return switch (this) {
      case Everything everything -> "* -> *";
      case Path(String question) -> question;
      case Blast(String end) -> end;
      case Exposure exposure -> "internet ~> *";
      case Change change -> "* -> *";
    };
  }

  /**
   * Everything that may connect.
   *
   * @param by the nodes; if it is empty, zones with a program, and workloads without
   */
  record Everything(Optional<By> by) implements Subject {}

  /**
   * The shortest paths of a question.
   *
   * @param question the question, such as {@code web ~> redis}
   */
  record Path(String question) implements Subject {}

  /**
   * What an end reaches.
   *
   * @param end the end, such as {@code shop/web}
   */
  record Blast(String end) implements Subject {}

  /** What the internet reaches. */
  record Exposure() implements Subject {}

  /**
   * What a change opens and closes.
   *
   * @param old the manifests before the change
   * @param by the nodes, as for {@link Everything}
   */
  record Change(ManifestRequest old, Optional<By> by) implements Subject {}
}
