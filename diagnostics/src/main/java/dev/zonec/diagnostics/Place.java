package dev.zonec.diagnostics;

/** The place that a diagnostic is about. */
public sealed interface Place {
  /** A range of a text. */
  record At(Span span) implements Place {}

  /** A file or folder as a whole, under the name that the user gave. */
  record InFile(String name) implements Place {}

  /**
   * A line, or another numbered record, of a file that is too large to be kept as a text.
   *
   * @param name the file, as the user named it
   * @param line the number, counted from 1
   */
  record AtLine(String name, long line) implements Place {}

  /** The whole run. */
  record Nowhere() implements Place {}

  /** Returns the name of the file or text; empty for the whole run. */
  default String file() {
    return switch (this) {
      case At(var span) -> span.source().name();
      case InFile(String name) -> name;
      case AtLine(String name, long line) -> name;
      case Nowhere() -> "";
    };
  }

  /** Creates the place of {@code span}: the whole run if no text contains it. */
  static Place at(Span span) {
    return span.isWritten() ? new At(span) : new Nowhere();
  }
}
