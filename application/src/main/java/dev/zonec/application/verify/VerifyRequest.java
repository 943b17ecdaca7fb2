package dev.zonec.application.verify;

import dev.zonec.application.input.ManifestRequest;
import dev.zonec.application.input.ProgramRequest;
import dev.zonec.kubernetes.reading.Reading;

/**
 * A request to verify a program.
 *
 * @param may the permissive reading, with the points that the user has settled
 */
public record VerifyRequest(
    ProgramRequest program, ManifestRequest manifests, Policies policies, Reading may) {
  /** The policies to prove. */
  public enum Policies {
    /** The planned ones, if the manifests hold no policy of the program; else those as written. */
    PLAN_IF_NOT_WRITTEN,
    /** The compiled policies, with all policies that are not the program's. */
    PLAN,
    /** The policies of the manifests and no other. */
    AS_WRITTEN
  }
}
