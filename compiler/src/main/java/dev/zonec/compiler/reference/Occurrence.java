package dev.zonec.compiler.reference;

import dev.zonec.diagnostics.Span;

/**
 * A place that names something.
 *
 * @param span the name
 * @param declaration the declaration of the name
 * @param declares whether the place is the declaration, or another declaration of the same name
 */
public record Occurrence(Span span, Declaration declaration, boolean declares) {}
