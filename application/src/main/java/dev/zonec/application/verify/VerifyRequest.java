package dev.zonec.application.verify;

import dev.zonec.application.input.ManifestRequest;
import dev.zonec.application.input.ProgramRequest;
import dev.zonec.kubernetes.reading.Reading;

/**
 * A request to verify a program.
 *
 * @param may the permissive reading, with the knobs that the user has settled
 */
public record VerifyRequest(
    ProgramRequest program, ManifestRequest manifests, Policies policies, Reading may) {
  /** The policies to prove. */
  public enum Policies {
    /**
     * The planned policies if the manifests contain no policy of the program, and otherwise the
     * policies as written.
     */
    PLAN_IF_NOT_WRITTEN,
    /**
     * The compiled policies, together with all policies of the manifests that do not belong to the
     * program.
     */
    PLAN,
    /** The policies of the manifests only. */
    AS_WRITTEN
  }
}
