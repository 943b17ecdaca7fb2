package dev.zonec.compiler.admission;

import java.util.Collection;
import java.util.stream.Collectors;

/** Writes parts of CEL expressions. */
final class Cel {
  private Cel() {}

  /** Returns {@code text} as a string literal. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
              } else if (c < ' ' || c == 0x7f) {
                out.append(String.format("\\u%04x", c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.append('"').toString();
  }

  /** Returns a list of string literals. */
  static String list(Collection<String> texts) {
    return texts.stream().map(Cel::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  /** Returns the labels of {@code path}, which is metadata that exists. */
  static String labels(String path) {
    return "(has(" + path + ".labels) ? " + path + ".labels : {})";
  }

  /** The maps {@code a} and {@code b} have the same value for {@code key}, or both have none. */
  static String same(String a, String b, String key) {
    String k = quoted(key);
    return "(" + k + " in " + a + " ? " + k + " in " + b + " && " + a + "[" + k + "] == " + b + "["
        + k + "] : !(" + k + " in " + b + "))";
  }
}
