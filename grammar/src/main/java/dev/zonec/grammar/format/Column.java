package dev.zonec.grammar.format;

/** The columns of a line that can be aligned, in the order in which they occur. */
enum Column {
  /** The beginning of the line. */
  START,
  /** The outer zone of a zone. */
  IN,
  /** The tier of a zone. */
  TIER,
  /** The type of a parameter. */
  TYPE,
  /** The sign {@code =} of a definition. */
  EQUAL,
  /** The claim of an assertion. */
  CLAIM,
  /** The block of a statement. */
  BLOCK,
  /** The argument of a clause, after its first word. */
  ARGUMENT
}
