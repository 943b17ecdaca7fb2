package dev.zonec.application.input;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.ShortList;
import dev.zonec.kubernetes.manifest.ForeignObject;
import dev.zonec.kubernetes.world.HiddenPods;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Warns about pods that the manifests do not contain, and about objects of unknown kinds that count
 * as workloads.
 */
final class MissingPods {
  /** The maximum number of objects of a kind that are named. */
  private static final int MOST_NAMED = 3;

  /** The maximum number of kinds that get a warning each; more kinds share one warning. */
  private static final int MOST_KINDS = 3;

  private MissingPods() {}

  /**
   * Returns the warnings.
   *
   * @param hidden the objects that create pods which no manifest shows
   * @param guessed the objects that count as workloads because they contain a pod template
   * @param ignored the kinds that the user accepts
   */
  static List<Diagnostic> of(
      List<HiddenPods> hidden, List<ForeignObject> guessed, IgnoredKinds ignored) {
    Map<String, List<HiddenPods>> byKind =
        hidden.stream()
            .filter(each -> !ignored.contains(each.kind(), each.group()))
            .collect(
                Collectors.groupingBy(HiddenPods::kind, LinkedHashMap::new, Collectors.toList()));
    List<Diagnostic> warnings = new ArrayList<>();
    if (byKind.size() > MOST_KINDS) {
      warnings.add(manyMakers(byKind));
    } else {
      byKind.forEach((kind, objects) -> warnings.add(warning(kind, objects)));
    }
    List<ForeignObject> unknown = guessed.stream().filter(each -> !ignored.contains(each)).toList();
    if (!unknown.isEmpty()) {
      warnings.add(guessed(unknown));
    }
    return warnings;
  }

  private static Diagnostic manyMakers(Map<String, List<HiddenPods>> byKind) {
    List<String> kinds = new ArrayList<>();
    byKind.forEach((kind, objects) -> kinds.add(kind + " " + objects.getFirst().path()));
    return Diagnostic.warning(
            Code.ZC0644,
            byKind.values().iterator().next().getFirst().span(),
            "operators create pods from objects of "
                + kinds.size()
                + " kinds, and the manifests do not contain them: "
                + ShortList.of(kinds, MOST_NAMED))
        .note("all of these kinds: " + String.join(", ", byKind.keySet()))
        .help("pass the manifests of the pods, or accept a kind with `--ignore KIND`");
  }

  private static Diagnostic warning(String kind, List<HiddenPods> objects) {
    String names =
        ShortList.of(objects.stream().map(HiddenPods::path).distinct().toList(), MOST_NAMED);
    return Diagnostic.warning(
            Code.ZC0644,
            objects.getFirst().span(),
            "an operator creates pods from "
                + kind
                + " "
                + names
                + ", and the manifests do not contain them")
        .help("pass the manifests of the pods, or accept this with `--ignore " + kind + "`");
  }

  private static Diagnostic guessed(List<ForeignObject> objects) {
    String names =
        ShortList.of(objects.stream().map(ForeignObject::toString).distinct().toList(), MOST_NAMED);
    return Diagnostic.warning(
            Code.ZC0646,
            objects.getFirst().span(),
            objects.size() == 1
                ? "zonec does not know the kind "
                    + objects.getFirst().kind()
                    + " and treats "
                    + names
                    + " as a workload"
                : "zonec does not know the kinds of these objects and treats them as workloads: "
                    + names)
        .note("the labels come from the pod template; a controller may add others")
        .help("`--ignore " + objects.getFirst().kind() + "` silences this");
  }
}
