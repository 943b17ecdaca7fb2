package dev.zonec.kubernetes.manifest;

import java.util.Map;
import java.util.Optional;

/** What a field may hold. */
sealed interface Shape {
  /** A string. */
  record Text() implements Shape {}

  /** A whole number of 32 bits. */
  record Whole() implements Shape {}

  /** A whole number of 64 bits, which nobody looks at. */
  record LongWhole() implements Shape {}

  /** A moment as RFC 3339 writes it, in a string. */
  record Moment() implements Shape {}

  /** A whole number of 32 bits or a string. */
  record WholeOrText() implements Shape {}

  /** True or false. */
  record Flag() implements Shape {}

  /** Anything, since nobody looks at it. */
  record Ignored() implements Shape {}

  /**
   * What servers write and check, and no decision depends on. Of a file it is checked too; a
   * cluster is not asked for it.
   *
   * @param inner what it may hold
   * @param kept whether the object that is read has it
   */
  record Checked(Shape inner, boolean kept) implements Shape {}

  /**
   * Anything, but mappings in it have only the fields that a schema has there. Nobody looks at the
   * values.
   *
   * @param fields what a mapping may have here
   * @param items what a list may hold here; none where the schema has no list, which then holds no
   *     mappings with fields
   */
  record Known(Map<String, Known> fields, Optional<Known> items) implements Shape {
    static final Known VALUE = new Known(Map.of(), Optional.empty());

    /** Copies the fields. */
    public Known {
      fields = Map.copyOf(fields);
    }
  }

  /** What servers make of null where a value is asked for. */
  enum Nulls {
    /** An empty value: so the built-in kinds are decoded. */
    EMPTY,
    /** Nothing in a mapping, and an error in a list: so custom kinds are. */
    NONE
  }

  /**
   * A list.
   *
   * @param nulls what an item is that is null
   */
  record ListOf(Shape item, Nulls nulls) implements Shape {}

  /**
   * A mapping from any name to strings.
   *
   * @param nulls what a value is that is null
   */
  record Texts(Nulls nulls) implements Shape {}

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
    return new ListOf(item, Nulls.EMPTY);
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
      case LongWhole() -> "a whole number of at most 64 bits";
      case Moment() -> "a moment such as 2026-01-31T12:00:00Z";
      case WholeOrText() -> "a whole number of at most 32 bits or a string";
      case Flag() -> "true or false";
      case Ignored() -> "anything";
      case Checked(Shape inner, boolean kept) -> inner.wanted();
      case Known known -> "anything";
      case ListOf list -> "a list";
      case Texts texts -> "a mapping";
      case Struct struct -> "a mapping";
    };
  }
}
