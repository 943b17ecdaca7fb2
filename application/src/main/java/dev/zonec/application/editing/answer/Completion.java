package dev.zonec.application.editing.answer;

import dev.zonec.diagnostics.Span;

/**
 * A word that can be written at a position.
 *
 * @param kind what it is
 * @param text the word
 * @param detail what it stands for, on one line; may be empty
 * @param documentation its doc comment; may be empty
 * @param replaced the characters that it replaces
 */
public record Completion(
    Kind kind, String text, String detail, String documentation, Span replaced) {
  /** What is completed. */
  public enum Kind {
    /** A word of the language. */
    KEYWORD,
    /** A zone. */
    ZONE,
    /** An external. */
    EXTERNAL,
    /** A service. */
    SERVICE,
    /** A protocol and port that containers declare. */
    PORT,
    /** The alias of an import. */
    ALIAS,
    /** An assertion. */
    ASSERTION,
    /** A parameter. */
    PARAM,
    /** A tier. */
    TIER,
    /** A value or type. */
    VALUE,
    /** The key of a label. */
    LABEL_KEY,
    /** The value of a label. */
    LABEL_VALUE,
    /** A namespace. */
    NAMESPACE,
    /** A file or folder. */
    FILE
  }
}
