package dev.zonec.views.graph.svg;

import dev.zonec.views.graph.notation.ShownText;

/** Writes text into SVG and HTML. */
public final class Markup {
  private Markup() {}

  /** Returns {@code text} for the content of an element or for a quoted attribute. */
  public static String of(String text) {
    return ShownText.of(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** Returns a coordinate with at most one decimal. */
  static String number(double value) {
    long tenths = Math.round(value * 10);
    return tenths % 10 == 0
        ? Long.toString(tenths / 10)
        : tenths / 10 + "." + Math.abs(tenths % 10);
  }
}
