package dev.zonec.compiler.resolve;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.program.Defaults;

/**
 * What holds where no flow says anything.
 *
 * @param values the answers; the standard ones where nothing is written
 * @param dns where it is written that DNS is allowed
 */
public record DefaultsDeclaration(Defaults values, Dns dns) {
  /** Where the answer about DNS comes from. */
  public sealed interface Dns {
    /** There is no {@code defaults}. */
    record Unwritten() implements Dns {}

    /** The clause, or the statement where it has none about DNS. */
    record Written(Span span) implements Dns {}
  }
}
