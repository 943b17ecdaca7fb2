package dev.zonec.grammar.format;

/** What is aligned in lines that follow each other, in the order in which it can stand. */
enum Column {
  /** The begin of the line. */
  START,
  /** The zone around a zone. */
  IN,
  /** The tier of a zone. */
  TIER,
  /** The type of a parameter. */
  TYPE,
  /** The sign of a definition. */
  EQUAL,
  /** What an assertion claims. */
  CLAIM,
  /** The block of a statement. */
  BLOCK,
  /** What a clause says, after the word that it begins with. */
  ARGUMENT
}
