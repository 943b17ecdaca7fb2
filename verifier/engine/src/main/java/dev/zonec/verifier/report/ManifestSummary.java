package dev.zonec.verifier.report;

import dev.zonec.kubernetes.manifest.ForeignObject;
import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.manifest.UnmodelledPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Summarizes the objects that were read.
 *
 * @param manifests the objects
 * @param files the number of files
 * @param problems the number of problems with objects that could not be read or are invalid
 */
public record ManifestSummary(Manifests manifests, int files, int problems) {
  /** The maximum number of skipped kinds that a summary names: the most frequent ones. */
  private static final int MOST_KINDS = 8;

  /**
   * Returns a line such as {@code manifests: 3 files; read 2 Deployment, 1 Service; skipped 4
   * ConfigMap; …}.
   *
   * @param all whether to name all skipped kinds
   */
  public String line(boolean all) {
    SortedMap<String, Integer> unmodelled = new TreeMap<>();
    for (UnmodelledPolicy policy : manifests.unmodelled()) {
      unmodelled.merge(policy.kind(), 1, Integer::sum);
    }
    SortedMap<String, Integer> entrances = new TreeMap<>();
    for (ForeignObject entrance : manifests.admitting()) {
      entrances.merge(entrance.kind(), 1, Integer::sum);
    }
    return "manifests: "
        + (files == 1 ? "1 file" : files + " files")
        + "; read "
        + (manifests.readKinds().isEmpty() ? "nothing" : counted(manifests.readKinds()))
        + part("; skipped ", all ? counted(manifests.skippedKinds()) : mostFrequent())
        + part("; not modelled ", counted(unmodelled))
        + part("; not read ", counted(entrances))
        + (manifests.notObjects() == 0 ? "" : "; not objects " + manifests.notObjects())
        + (problems == 0 ? "" : "; " + (problems == 1 ? "1 problem" : problems + " problems"));
  }

  /** Returns a line with the number of documents that are not objects; empty if there are none. */
  public Optional<String> others() {
    int count = manifests.notObjects();
    return count == 0
        ? Optional.empty()
        : Optional.of(
            count == 1
                ? "skipped 1 document that is not a Kubernetes object"
                : "skipped " + count + " documents that are not Kubernetes objects");
  }

  private static String part(String word, String kinds) {
    return kinds.isEmpty() ? "" : word + kinds;
  }

  private String mostFrequent() {
    SortedMap<String, Integer> kinds = manifests.skippedKinds();
    if (kinds.size() <= MOST_KINDS) {
      return counted(kinds);
    }
    List<Map.Entry<String, Integer>> byCount =
        kinds.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .toList();
    List<Map.Entry<String, Integer>> rest = byCount.subList(MOST_KINDS, byCount.size());
    return counted(byCount.subList(0, MOST_KINDS))
        + " and "
        + rest.stream().mapToInt(Map.Entry::getValue).sum()
        + " of "
        + rest.size()
        + " other kinds";
  }

  private static String counted(Map<String, Integer> kinds) {
    return counted(List.copyOf(kinds.entrySet()));
  }

  private static String counted(List<Map.Entry<String, Integer>> kinds) {
    return kinds.stream()
        .map(kind -> kind.getValue() + " " + kind.getKey())
        .collect(Collectors.joining(", "));
  }
}
