package dev.zonec.application.editing.answer;

import dev.zonec.diagnostics.Span;

/**
 * What is known about the characters at a position.
 *
 * @param span the characters
 * @param markdown a text in Markdown
 */
public record Hover(Span span, String markdown) {}
