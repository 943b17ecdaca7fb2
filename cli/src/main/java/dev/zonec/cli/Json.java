package dev.zonec.cli;

import tools.jackson.databind.json.JsonMapper;

/** Writes JSON. */
final class Json {
  private Json() {}

  /** Returns {@code value}, which consists of maps and lists, as indented JSON. */
  static String text(Object value) {
    return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }

  /** Returns {@code value} as JSON on one line. */
  static String line(Object value) {
    return new JsonMapper().writeValueAsString(value);
  }
}
