package dev.zonec.compiler.ignore;

import dev.zonec.diagnostics.Diagnostic;

/**
 * A warning that a comment suppresses.
 *
 * @param problem the warning
 * @param reason the reason that the comment gives
 */
public record Suppressed(Diagnostic problem, String reason) {}
