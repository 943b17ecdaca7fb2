package dev.zonec.application.input;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.ShortList;
import dev.zonec.kubernetes.manifest.ForeignObject;
import dev.zonec.kubernetes.manifest.KindNames;
import dev.zonec.kubernetes.world.HiddenPods;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Warnings about pods that the manifests do not show, or that stand in objects of unknown kinds.
 */
final class MissingPods {
  /** How many objects of a kind are named. */
  private static final int MOST_NAMED = 3;

  /** How many kinds get a warning of their own. */
  private static final int MOST_KINDS = 3;

  private MissingPods() {}

  /**
   * A warning for each kind, or one for all where there are many.
   *
   * @param hidden what makes pods that no manifest shows
   * @param guessed what is taken for a workload because it holds a template of pods
   * @param ignored the kinds of which the user wants to hear nothing
   */
  static List<Diagnostic> of(
      List<HiddenPods> hidden, List<ForeignObject> guessed, List<String> ignored) {
    Map<String, List<HiddenPods>> makers =
        hidden.stream()
            .filter(each -> !isIgnored(each.kind(), each.group(), ignored))
            .collect(
                Collectors.groupingBy(HiddenPods::kind, LinkedHashMap::new, Collectors.toList()));
    List<Diagnostic> warnings = new ArrayList<>();
    if (makers.size() > MOST_KINDS) {
      warnings.add(manyMakers(makers));
    } else {
      makers.forEach((kind, objects) -> warnings.add(makers(kind, objects)));
    }
    List<ForeignObject> unknown =
        guessed.stream()
            .filter(each -> !isIgnored(each.kind(), KindNames.group(each.apiVersion()), ignored))
            .toList();
    if (!unknown.isEmpty()) {
      warnings.add(guessed(unknown));
    }
    return warnings;
  }

  private static boolean isIgnored(String kind, String group, List<String> ignored) {
    return ignored.contains(kind) || ignored.contains(kind + "." + group);
  }

  private static Diagnostic manyMakers(Map<String, List<HiddenPods>> makers) {
    List<String> kinds = new ArrayList<>();
    makers.forEach((kind, objects) -> kinds.add(kind + " " + objects.getFirst().path()));
    return Diagnostic.warning(
            Code.ZC0644,
            makers.values().iterator().next().getFirst().span(),
            "operators create pods from objects of "
                + kinds.size()
                + " kinds, and the manifests do not contain them: "
                + ShortList.of(kinds, MOST_NAMED))
        .note("all of these kinds: " + String.join(", ", makers.keySet()))
        .help("pass the manifests of the pods, or accept a kind with `--ignore KIND`");
  }

  private static Diagnostic makers(String kind, List<HiddenPods> objects) {
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
