package dev.zonec.diagnostics;

/**
 * A second place that helps to understand a diagnostic, such as the first declaration of a name
 * that is declared twice. It may be in another file than the diagnostic's own place.
 *
 * @param span the place
 * @param label what the place shows, in a few words
 */
public record LabelledSpan(Span span, String label) {}
