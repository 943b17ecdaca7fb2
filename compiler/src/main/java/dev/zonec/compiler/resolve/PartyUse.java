package dev.zonec.compiler.resolve;

import dev.zonec.diagnostics.Span;

/** A zone or external, and the span at which a statement names it. */
public record PartyUse(PartyDeclaration party, Span span) {}
