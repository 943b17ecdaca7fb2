package dev.zonec.compiler.param;

import dev.zonec.diagnostics.Span;

/**
 * A {@code param} statement.
 *
 * @param name the name
 * @param type the type
 * @param standard the default
 * @param span the name in the declaration
 */
public record ParamDeclaration(String name, ParamType type, Default standard, Span span) {
  /** The value of a parameter that the user does not give. */
  public sealed interface Default {
    /** There is no default; the user has to give a value. */
    record None() implements Default {}

    /** The default {@code value}. */
    record Of(ParamValue value) implements Default {}
  }
}
