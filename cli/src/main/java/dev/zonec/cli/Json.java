package dev.zonec.cli;

import tools.jackson.databind.json.JsonMapper;

/** Writes JSON. */
final class Json {
  private Json() {}

  /** {@code value}, maps and lists, as indented text. */
  static String text(Object value) {
    return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }
}
