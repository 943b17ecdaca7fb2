package dev.zonec.application.access;

import dev.zonec.application.question.QuestionRequest;
import java.util.Optional;

/**
 * A request to list the subjects that can change what proofs rest on.
 *
 * @param question the program and the manifests
 * @param subject the subject to list; empty for every subject that has such a power
 * @param failOn the subjects that the user does not accept; empty if all are accepted
 */
public record PowersRequest(
    QuestionRequest question, Optional<String> subject, Optional<FailOnAccess> failOn) {}
