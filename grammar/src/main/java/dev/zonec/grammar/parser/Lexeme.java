package dev.zonec.grammar.parser;

import dev.zonec.diagnostics.Span;

/**
 * A token or comment of a source, with its role.
 *
 * @param role what it is used as; by its form alone if it is a part of a malformed statement
 * @param declares whether it is the name in a declaration
 * @param span its characters
 */
public record Lexeme(Role role, boolean declares, Span span) {
  /** What a token is used as. */
  public enum Role {
    /** A word of the language. */
    KEYWORD,
    /** An arrow, a brace or another sign. */
    SIGN,
    /** The name of a module. */
    MODULE,
    /** A zone or an external. */
    PARTY,
    /** A service by its name. */
    SERVICE,
    /** A protocol and port. */
    PORT,
    /** An assertion. */
    ASSERTION,
    /** A parameter. */
    PARAM,
    /** The type of a parameter. */
    TYPE,
    /** The alias of an import. */
    ALIAS,
    /** A tier. */
    TIER,
    /** The key of a label or annotation. */
    LABEL_KEY,
    /** The value of a label or annotation. */
    LABEL_VALUE,
    /** The name of a namespace. */
    NAMESPACE,
    /** An address or address block. */
    ADDRESS,
    /** Another value, such as a date or an owner. */
    VALUE,
    /** A text in quotes. */
    STRING,
    /** A comment. */
    COMMENT,
    /** A line of a doc comment. */
    DOC_COMMENT,
    /** A character without meaning. */
    INVALID
  }
}
