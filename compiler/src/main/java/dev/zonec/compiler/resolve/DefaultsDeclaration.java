package dev.zonec.compiler.resolve;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.program.Defaults;

/**
 * The {@code defaults} of a program.
 *
 * @param values the values, with the standard ones for missing clauses
 * @param dns the origin of the value for DNS
 */
public record DefaultsDeclaration(Defaults values, Dns dns) {
  /** The origin of the value for DNS. */
  public sealed interface Dns {
    /** There is no {@code defaults} statement. */
    record Unwritten() implements Dns {}

    /** The clause about DNS, or the statement if it has no such clause. */
    record Written(Span span) implements Dns {}
  }
}
