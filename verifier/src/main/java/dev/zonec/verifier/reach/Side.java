package dev.zonec.verifier.reach;

import dev.zonec.model.net.Family;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.policy.Rule;
import java.util.List;
import java.util.Set;

/**
 * One reason why one end of a connection agrees to it.
 *
 * @param self the endpoints that agree
 * @param other whom they agree to talk to
 * @param openings on which ports
 * @param families over which address families
 * @param reason why
 */
record Side(Box self, Box other, List<Opening> openings, Set<Family> families, Reason reason) {
  /** Either family. */
  static final Set<Family> EITHER = Set.of(Family.values());

  /** Why an end agrees. */
  sealed interface Reason {
    /** No policy isolates the pod in this direction, or no zone denies it. */
    record NotIsolated() implements Reason {}

    /** The end is outside the cluster, where no policy asks. */
    record Outside() implements Reason {}

    /** A flow speaks for it. */
    record Declared() implements Reason {}

    /** A rule admits it. */
    record Admitted(Policy policy, Rule rule) implements Reason {}
  }
}
