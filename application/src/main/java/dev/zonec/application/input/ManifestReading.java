package dev.zonec.application.input;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.policy.CidrForm;
import dev.zonec.kubernetes.world.InventoryReader;
import dev.zonec.kubernetes.world.MetadataForm;
import dev.zonec.kubernetes.world.UnnamedNamespaces;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.kubernetes.world.WorldReading;
import dev.zonec.model.label.Selector;
import dev.zonec.verifier.proof.Gap;
import dev.zonec.verifier.report.ManifestSummary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Reads loaded manifests as a world. Each object that the world does not cover is a gap, unless the
 * user accepts it.
 *
 * @param skipUnreadable whether the user accepts that unreadable objects are left out
 * @param ignored the kinds that the user accepts as not modelled
 */
record ManifestReading(boolean skipUnreadable, IgnoredKinds ignored) {
  /**
   * Reads {@code loaded}.
   *
   * @param selectors selectors that distinguish pods, in addition to the selectors of policies and
   *     Services
   */
  ReadManifests of(LoadedManifests loaded, Collection<Selector> selectors) {
    Progress.begin("reading policies and workloads");
    Manifests manifests = loaded.manifests();
    // An object with invalid metadata is left out if the user accepts that; otherwise it counts
    // and is a gap.
    MetadataForm metadata = skipUnreadable ? MetadataForm.VALID : MetadataForm.ANY;
    WorldReading reading =
        new WorldReader(loaded.defaultNamespace(), CidrForm.CANONICAL, metadata)
            .read(manifests, selectors);
    List<Diagnostic> unreadable = new ArrayList<>(loaded.unreadable());
    unreadable.addAll(manifests.unreadable());
    unreadable.addAll(reading.problems());
    List<Gap> gaps = new ArrayList<>();
    List<Diagnostic> accepted = new ArrayList<>(loaded.warnings());
    for (Diagnostic problem : unreadable) {
      if (skipUnreadable) {
        accepted.add(problem.asWarning());
      } else {
        gaps.add(new Gap(problem));
      }
    }
    for (UnmodelledKind kind : UnmodelledKind.of(manifests.unmodelled())) {
      if (ignored.contains(kind.name(), kind.group())) {
        accepted.add(kind.problem().asWarning());
      } else {
        gaps.add(new Gap(kind.problem().help(kind.help())));
      }
    }
    ManifestSummary summary = new ManifestSummary(manifests, loaded.texts(), unreadable.size());
    return new ReadManifests(
        reading.world(),
        gaps,
        accepted,
        reading.guesses().stream().map(Gap::new).toList(),
        summary,
        loaded.coverage(),
        reading.warnings(),
        MissingPods.of(reading.hidden(), manifests.guessed(), ignored),
        UnreadEntrances.of(manifests.admitting(), ignored),
        manifests.admission(),
        reading.hidden(),
        InventoryReader.read(manifests, reading.world()),
        loaded.defaultNamespace().equals(WorldReader.DEFAULT_NAMESPACE)
            ? UnnamedNamespaces.of(manifests)
            : List.of());
  }
}
