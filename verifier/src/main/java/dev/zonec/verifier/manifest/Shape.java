package dev.zonec.verifier.manifest;

import java.util.Map;

/** What a field may hold. */
sealed interface Shape {
  /** A string. */
  record Text() implements Shape {}

  /** A whole number of 32 bits. */
  record Whole() implements Shape {}

  /** A whole number of 32 bits or a string. */
  record WholeOrText() implements Shape {}

  /** True or false. */
  record Flag() implements Shape {}

  /** Anything, since nobody looks at it. */
  record Ignored() implements Shape {}

  /** A list. */
  record ListOf(Shape item) implements Shape {}

  /** A mapping from any name to strings. */
  record Texts() implements Shape {}

  /**
   * A mapping with known fields.
   *
   * @param fields the fields and what they may hold
   * @param closed whether there may be no others
   */
  record Struct(Map<String, Shape> fields, boolean closed) implements Shape {
    /** Copies the fields. */
    public Struct {
      fields = Map.copyOf(fields);
    }
  }

  static Shape list(Shape item) {
    return new ListOf(item);
  }

  /** A mapping of which only {@code fields} count. */
  static Shape open(Map<String, Shape> fields) {
    return new Struct(fields, false);
  }

  /** A mapping that has {@code fields} and no others. */
  static Shape closed(Map<String, Shape> fields) {
    return new Struct(fields, true);
  }

  /** How a message names what is asked for. */
  default String wanted() {
    return switch (this) {
      case Text() -> "a string";
      case Whole() -> "a whole number of at most 32 bits";
      case WholeOrText() -> "a whole number of at most 32 bits or a string";
      case Flag() -> "true or false";
      case Ignored() -> "anything";
      case ListOf list -> "a list";
      case Texts() -> "a mapping";
      case Struct struct -> "a mapping";
    };
  }
}
