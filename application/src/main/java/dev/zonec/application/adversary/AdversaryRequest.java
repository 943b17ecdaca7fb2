package dev.zonec.application.adversary;

import dev.zonec.application.verify.VariantOutcome;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

/**
 * A request to prove the assertions of a variant again.
 *
 * @param verified the variant, with the verdicts on the policies as they are
 * @param adversaries the adversaries, in the order of the report
 * @param deletions whether each policy is deleted in turn
 * @param enforced what admission policies of the manifests enforce
 */
public record AdversaryRequest(
    VariantOutcome.Verified verified,
    List<Adversary> adversaries,
    boolean deletions,
    EnforcedLabels enforced) {
  /** Copies the adversaries, each once and in the order of {@link Adversary}. */
  public AdversaryRequest {
    adversaries = inOrder(adversaries);
  }

  private static List<Adversary> inOrder(Collection<Adversary> some) {
    EnumSet<Adversary> all = EnumSet.noneOf(Adversary.class);
    all.addAll(some);
    return List.copyOf(all);
  }
}
