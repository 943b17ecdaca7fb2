/**
 * Source text, places in it, and the diagnostics that point at them.
 *
 * <p>Entry types: {@link dev.zonec.diagnostics.Diagnostic}, a problem of the user's input as a
 * value, and {@link dev.zonec.diagnostics.DiagnosticRenderer}, which draws it with the source line
 * and a caret. Input: spans of {@link dev.zonec.diagnostics.SourceText}. Output: text. This package
 * knows neither the zone language nor Kubernetes.
 */
@NullMarked
package dev.zonec.diagnostics;

import org.jspecify.annotations.NullMarked;
