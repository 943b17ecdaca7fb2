package dev.zonec.application.diff;

import dev.zonec.application.input.ManifestRequest;
import dev.zonec.application.input.ProgramRequest;
import dev.zonec.application.revision.Revisions;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.verifier.smt.ImpossibleQuestions;

/**
 * A request to compare two revisions.
 *
 * @param revisions the revisions
 * @param program the request for a program without its sources, which the revisions contain
 * @param manifests how manifests are read. Its files belong to both folders, or are read in both
 *     commits; standard input and a cluster belong to both revisions.
 * @param may the permissive reading, with the knobs that the user settled
 * @param known the questions to the solver that need not be asked again
 */
public record DiffRequest(
    Revisions revisions,
    ProgramRequest program,
    ManifestRequest manifests,
    Reading may,
    ImpossibleQuestions known) {}
