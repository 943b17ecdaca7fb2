package dev.zonec.verifier.proof;

import dev.zonec.diagnostics.Diagnostic;

/**
 * Something that the verifier could not read or does not model, and that could change a verdict.
 *
 * @param problem it, with its place
 */
public record Gap(Diagnostic problem) {}
