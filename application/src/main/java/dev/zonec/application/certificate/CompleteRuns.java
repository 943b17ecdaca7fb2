package dev.zonec.application.certificate;

import dev.zonec.verifier.proof.CertifiedRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Refuses certificates with runs of a variant that do not show its claims together. If the
 * manifests show pods outside of their range, a claim holds only if it also holds for pods at any
 * address.
 *
 * @param runs the runs of the certificate
 */
record CompleteRuns(List<RecomputedRun> runs) {
  /**
   * Compares the runs of each variant with those that its claims need.
   *
   * @throws InvalidCertificate if a run is missing or too much, or if a claim is missing in one
   */
  void require() throws InvalidCertificate {
    Map<String, List<RecomputedRun>> byVariant = new LinkedHashMap<>();
    for (RecomputedRun run : runs) {
      byVariant.computeIfAbsent(run.variant().label(), label -> new ArrayList<>()).add(run);
    }
    for (List<RecomputedRun> variant : byVariant.values()) {
      requireSame(variant);
    }
  }

  private static void requireSame(List<RecomputedRun> variant) throws InvalidCertificate {
    RecomputedRun first = variant.getFirst();
    List<CertifiedRun.Addresses> found =
        variant.stream().map(each -> each.run().addresses()).toList();
    boolean nothing = found.size() == 1 && first.run().claims().isEmpty();
    if (!nothing && !found.equals(first.needed())) {
      throw new InvalidCertificate(
          first.prefix()
              + "there are runs for the addresses "
              + words(found)
              + " instead of "
              + words(first.needed()));
    }
    for (RecomputedRun other : variant) {
      if (!other.run().keys().equals(first.run().keys())) {
        throw new InvalidCertificate(
            first.prefix()
                + "the runs for the addresses "
                + words(found)
                + " have different claims");
      }
    }
  }

  private static String words(List<CertifiedRun.Addresses> addresses) {
    return String.join(", ", addresses.stream().map(RunDocument::word).toList());
  }
}
