/**
 * Source texts, spans in them, and diagnostics.
 *
 * <p>Entry types: {@link dev.zonec.diagnostics.Diagnostic}, a problem in the user's input as a
 * value, and {@link dev.zonec.diagnostics.DiagnosticRenderer}, which renders it with the source
 * line and a caret. Input: spans of a {@link dev.zonec.diagnostics.SourceText}. Output: text. This
 * package knows neither the zone language nor Kubernetes.
 */
@NullMarked
package dev.zonec.diagnostics;

import org.jspecify.annotations.NullMarked;
