package dev.zonec.application.question;

import dev.zonec.application.input.ManifestRequest;
import dev.zonec.application.input.ProgramRequest;
import dev.zonec.kubernetes.reading.Reading;

/**
 * The context of a question.
 *
 * @param program the program whose names the question may use; without sources, only built-in names
 *     can be used
 * @param manifests the manifests that the question is about
 * @param reading how points that the Kubernetes API leaves open are resolved
 */
public record QuestionRequest(ProgramRequest program, ManifestRequest manifests, Reading reading) {}
