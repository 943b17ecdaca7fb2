package dev.zonec.application.version;

import dev.zonec.kubernetes.manifest.PolicyApi;
import dev.zonec.verifier.smt.Z3Release;
import java.util.List;
import java.util.Optional;

/**
 * The versions of zonec and of what its answers depend on.
 *
 * @param build empty for classes that Maven did not build
 * @param z3 the version of the solver; empty for classes that Maven did not build
 * @param policies the kinds of policies that zonec understands
 */
public record Versions(Optional<Build> build, Optional<String> z3, List<PolicyApi> policies) {
  /** Returns the versions of this zonec. It does not load the solver. */
  public static Versions read() {
    return new Versions(Build.recorded(), Z3Release.version(), PolicyApi.all());
  }
}
