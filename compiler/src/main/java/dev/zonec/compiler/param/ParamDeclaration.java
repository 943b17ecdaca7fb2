package dev.zonec.compiler.param;

import dev.zonec.diagnostics.Span;

/**
 * A {@code param} statement.
 *
 * @param name its name
 * @param type what values it has
 * @param standard what it is where nobody gives a value
 * @param span its name where it is declared
 */
public record ParamDeclaration(String name, ParamType type, Default standard, Span span) {
  /** What a parameter is where nobody gives a value. */
  public sealed interface Default {
    /** Not known: somebody has to give one. */
    record None() implements Default {}

    /** {@code value}. */
    record Of(ParamValue value) implements Default {}
  }
}
