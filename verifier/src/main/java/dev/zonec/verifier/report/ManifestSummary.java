package dev.zonec.verifier.report;

import dev.zonec.verifier.manifest.Manifests;
import dev.zonec.verifier.manifest.UnmodelledPolicy;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Says how much was read.
 *
 * @param manifests what texts hold
 * @param files how many texts there are
 * @param problems how many things could not be read as they are
 */
public record ManifestSummary(Manifests manifests, int files, int problems) {
  /** {@code manifests: 3 files; read 2 Deployment, 1 Service; skipped 4 ConfigMap; …}. */
  public String line() {
    SortedMap<String, Integer> unmodelled = new TreeMap<>();
    for (UnmodelledPolicy policy : manifests.unmodelled()) {
      unmodelled.merge(policy.kind(), 1, Integer::sum);
    }
    return "manifests: "
        + (files == 1 ? "1 file" : files + " files")
        + "; read "
        + counted(manifests.readKinds())
        + part("; skipped ", manifests.skippedKinds())
        + part("; not modelled ", unmodelled)
        + (manifests.notObjects() == 0 ? "" : "; not objects " + manifests.notObjects())
        + (problems == 0 ? "" : "; " + (problems == 1 ? "1 problem" : problems + " problems"));
  }

  /** Says how many documents are no objects; none if all are. */
  public Optional<String> others() {
    int count = manifests.notObjects();
    return count == 0
        ? Optional.empty()
        : Optional.of(
            count == 1
                ? "skipped 1 document that is not a Kubernetes object"
                : "skipped " + count + " documents that are not Kubernetes objects");
  }

  private static String part(String word, SortedMap<String, Integer> kinds) {
    return kinds.isEmpty() ? "" : word + counted(kinds);
  }

  private static String counted(Map<String, Integer> kinds) {
    return kinds.isEmpty()
        ? "nothing"
        : kinds.entrySet().stream()
            .map(kind -> kind.getValue() + " " + kind.getKey())
            .collect(Collectors.joining(", "));
  }
}
