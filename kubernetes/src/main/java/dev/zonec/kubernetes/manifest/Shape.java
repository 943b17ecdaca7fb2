package dev.zonec.kubernetes.manifest;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The possible values of a field. */
sealed interface Shape {
  /** A string. */
  record Text() implements Shape {}

  /** An integer of 32 bits. */
  record Whole() implements Shape {}

  /** An integer of 64 bits, which is not used. */
  record LongWhole() implements Shape {}

  /** A string with a time as in RFC 3339. */
  record Moment() implements Shape {}

  /** An integer of 32 bits, or a string. */
  record WholeOrText() implements Shape {}

  /** A Boolean. */
  record Flag() implements Shape {}

  /** Any value; it is not used. */
  record Ignored() implements Shape {}

  /**
   * A field that servers write and check, but that no decision depends on. It is checked in files,
   * but not requested from clusters.
   *
   * @param inner its possible values
   * @param kept whether the object contains the field after reading
   */
  record Checked(Shape inner, boolean kept) implements Shape {}

  /**
   * Any value, but its mappings have only fields of a schema. The values are not used.
   *
   * @param fields the fields that a mapping can have here
   * @param items the items that a list can have here; empty if the schema has no list, in which
   *     case a list must not contain mappings with fields
   */
  record Known(Map<String, Known> fields, Optional<Known> items) implements Shape {
    static final Known VALUE = new Known(Map.of(), Optional.empty());

    /** Copies the fields. */
    public Known {
      fields = Map.copyOf(fields);
    }
  }

  /** The treatment of null as a value. */
  enum Nulls {
    /** Null is an empty value, as for built-in kinds. */
    EMPTY,
    /** Null is absent in a mapping and an error in a list, as for custom kinds. */
    NONE
  }

  /**
   * A list.
   *
   * @param nulls the treatment of null items
   */
  record ListOf(Shape item, Nulls nulls) implements Shape {}

  /**
   * A mapping from any names to strings.
   *
   * @param nulls the treatment of null values
   */
  record Texts(Nulls nulls) implements Shape {}

  /**
   * A mapping with known fields.
   *
   * @param fields the fields with their shapes
   * @param closed whether other fields are errors
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

  /** Creates a mapping of which only {@code fields} are read. */
  static Shape open(Map<String, Shape> fields) {
    return new Struct(fields, false);
  }

  /** Creates a mapping that can only have {@code fields}. */
  static Shape closed(Map<String, Shape> fields) {
    return new Struct(fields, true);
  }

  /** Returns the shape with the fields of both; {@code one} counts if the types differ. */
  static Shape union(Shape one, Shape other) {
    if (one instanceof Struct some && other instanceof Struct more) {
      Map<String, Shape> fields = new HashMap<>(some.fields());
      more.fields().forEach((name, shape) -> fields.merge(name, shape, Shape::union));
      return new Struct(fields, some.closed());
    }
    if (one instanceof ListOf some && other instanceof ListOf more) {
      return new ListOf(union(some.item(), more.item()), some.nulls());
    }
    return one;
  }

  /** Returns the expected value in words, for messages. */
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
