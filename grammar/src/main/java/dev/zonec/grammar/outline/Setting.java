package dev.zonec.grammar.outline;

/** What a token is a part of, if that affects spaces or alignment. */
public enum Setting {
  /** A name, a value, an address or the key of a label. */
  NAME,
  /** A comma between the requirements of a selector. */
  SELECTOR,
  /** A sign or word of one requirement, such as {@code =} or {@code notin}. */
  REQUIREMENT,
  /** A brace or comma of a set of names. */
  SET,
  /** The slash before a named port. */
  PORT,
  /** A keyword or sign before the block of a zone, such as {@code in}. */
  ZONE,
  /** A keyword or sign before the claim of an assertion. */
  ASSERTION,
  /** The colon after the key of a label or annotation. */
  ENTRY,
  /** A keyword or sign of a parameter's declaration. */
  PARAM,
  /** A keyword or sign in the condition of {@code when}. */
  CONDITION,
  /** A bracket of a parameter's type, such as {@code cidr[]}. */
  TYPE,
  /** A keyword or bracket in the end of a question, such as {@code pods(…)}. */
  QUERY_END,
  /** A brace of a block. */
  BLOCK,
  /** Any other token. */
  OTHER
}
