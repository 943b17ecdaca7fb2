package dev.zonec.diagnostics;

/** Where a diagnostic belongs. */
public sealed interface Place {
  /** A stretch of a text. */
  record At(Span span) implements Place {}

  /** A file or folder as a whole, by the name that the user gave it. */
  record InFile(String name) implements Place {}

  /** The run itself. */
  record Nowhere() implements Place {}

  /** The place of {@code span}. */
  static Place at(Span span) {
    return new At(span);
  }
}
