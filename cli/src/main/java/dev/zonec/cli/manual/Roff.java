package dev.zonec.cli.manual;

import java.util.Locale;

/** Writes the man macros. */
final class Roff {
  private final StringBuilder out = new StringBuilder();

  /** Writes the head of the page, without a date, so that the page depends only on the program. */
  void title(String name, String version) {
    String upper = name.toUpperCase(Locale.ROOT);
    out.append(".TH \"").append(escaped(upper)).append("\" \"1\" \"\" \"");
    out.append(escaped(version)).append("\" \"\"\n.nh\n.ad l\n");
  }

  void section(String name) {
    out.append(".SH ").append(name).append('\n');
  }

  void subsection(String name) {
    out.append(".SS ").append(name).append('\n');
  }

  void paragraph(String text) {
    out.append(".PP\n");
    text(text);
  }

  void item(String head, String text) {
    out.append(".TP\n.B ").append(escaped(head)).append('\n');
    text(text);
  }

  void text(String text) {
    out.append(escaped(text)).append('\n');
  }

  /**
   * Escapes hyphens, because options are copied from the page, and lines that begin like macros.
   */
  private static String escaped(String text) {
    String safe = text.replace("\\", "\\e").replace("-", "\\-").replace("\n", " ");
    return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
