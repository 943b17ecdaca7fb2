package dev.zonec.verifier.proof;

import dev.zonec.diagnostics.Diagnostic;

/**
 * An input that zonec could not read or does not model, and that could change a verdict.
 *
 * @param problem the problem, with its place
 */
public record Gap(Diagnostic problem) {}
