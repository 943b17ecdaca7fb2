package dev.zonec.application.compile;

import dev.zonec.application.input.ManifestRequest;
import dev.zonec.application.input.ProgramRequest;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.verifier.smt.ImpossibleQuestions;

/**
 * A request to compile a program.
 *
 * @param may the permissive reading, with the knobs that the user has settled
 * @param admission whether admission policies are emitted too
 * @param known the questions to the solver that need not be asked again
 */
public record CompileRequest(
    ProgramRequest program,
    ManifestRequest manifests,
    Reading may,
    boolean admission,
    ImpossibleQuestions known) {}
