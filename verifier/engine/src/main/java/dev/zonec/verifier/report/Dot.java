package dev.zonec.verifier.report;

/** The syntax of Graphviz. */
final class Dot {
  private Dot() {}

  /** Returns {@code text} as a quoted identifier. */
  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
