package dev.zonec.application.editing.answer;

import dev.zonec.compiler.reference.Declaration;
import dev.zonec.diagnostics.Span;
import java.util.List;

/**
 * A statement in the outline of a source.
 *
 * @param kind what it declares, or what else it is
 * @param name the name that it declares, or its beginning
 * @param detail more about it, on one line; may be empty
 * @param span the statement
 * @param nameSpan the name
 * @param children the statements in it
 */
public record Symbol(
    Kind kind, String name, String detail, Span span, Span nameSpan, List<Symbol> children) {
  /** Copies the list. */
  public Symbol {
    children = List.copyOf(children);
  }

  /** A kind of statement. */
  public enum Kind {
    /** {@code module}. */
    MODULE,
    /** {@code import}. */
    IMPORT,
    /** {@code param}. */
    PARAM,
    /** {@code zone}. */
    ZONE,
    /** {@code external}. */
    EXTERNAL,
    /** {@code service}. */
    SERVICE,
    /** {@code allow}. */
    FLOW,
    /** {@code assert}. */
    ASSERTION,
    /** {@code when} or {@code foreach}. */
    BLOCK,
    /** Any other statement. */
    SETTING;

    static Kind of(Declaration.Kind kind) {
      return switch (kind) {
        case MODULE -> MODULE;
        case ALIAS -> IMPORT;
        case PARAM -> PARAM;
        case ZONE -> ZONE;
        case EXTERNAL -> EXTERNAL;
        case SERVICE -> SERVICE;
        case ASSERTION -> ASSERTION;
        case TIER -> SETTING;
      };
    }
  }
}
