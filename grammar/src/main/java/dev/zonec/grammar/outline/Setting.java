package dev.zonec.grammar.outline;

/** What a token is directly part of, where that decides how it is spaced or aligned. */
public enum Setting {
  /** It is a name, a value, an address or a label's key. */
  NAME,
  /** A comma between the requirements of a selector. */
  SELECTOR,
  /** A sign or word of one requirement, such as {@code =} or {@code notin}. */
  REQUIREMENT,
  /** A brace or comma of a set of names. */
  SET,
  /** The slash before a named port. */
  PORT,
  /** A word or sign of a zone's first line, such as {@code in}. */
  ZONE,
  /** A word or sign before what an assertion claims. */
  ASSERTION,
  /** The colon after the key of a label or annotation. */
  ENTRY,
  /** A word or sign of the declaration of a parameter. */
  PARAM,
  /** A sign or word of what {@code when} asks for. */
  CONDITION,
  /** A bracket of a parameter's type, such as {@code cidr[]}. */
  TYPE,
  /** A brace around lines. */
  BLOCK,
  /** Anything else. */
  OTHER
}
