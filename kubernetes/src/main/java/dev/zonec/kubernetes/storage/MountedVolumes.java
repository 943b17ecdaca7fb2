package dev.zonec.kubernetes.storage;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.manifest.ManifestObject;
import dev.zonec.kubernetes.manifest.PlainObject;
import dev.zonec.kubernetes.world.PodObjects;
import dev.zonec.kubernetes.world.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the volumes that pods mount.
 *
 * @param pods the pods and templates
 */
public record MountedVolumes(PodObjects pods) {
  /** Types of volumes whose content comes from other objects. */
  private static final Set<String> WITHOUT_DATA =
      Set.of("configMap", "secret", "projected", "downwardAPI", "image");

  /**
   * Returns the volumes that hold data, without repetitions.
   *
   * @param only the only pod of the workload that counts; empty for all of its pods
   */
  public List<MountedVolume> of(Workload workload, Optional<String> only) {
    List<MountedVolume> found = new ArrayList<>();
    for (PlainObject pod : pods.of(workload, only)) {
      add(pod.at("spec"), pod.at("metadata").text("name"), true, found);
    }
    pods.object(workload)
        .filter(each -> !each.kind().equals("Pod"))
        .ifPresent(
            each -> {
              PodObjects.templates(each).forEach(spec -> addTemplate(spec, workload, only, found));
              if (each.kind().equals("StatefulSet")) {
                addClaims(PlainObject.of(each.document()).at("spec"), each, workload, only, found);
              }
            });
    return found.stream().distinct().toList();
  }

  /** Adds the volumes of a template, unless the pods that have them are known. */
  private static void addTemplate(
      PlainObject spec, Workload workload, Optional<String> only, List<MountedVolume> found) {
    List<String> names = only.map(List::of).orElseGet(() -> workload.pods().replicas().names());
    if (!workload.pods().given().isEmpty()) {
      // Pods show their own volumes. Replicas of a StatefulSet that do not run still have claims.
      names = names.stream().filter(n -> !workload.pods().given().containsKey(n)).toList();
      if (names.isEmpty()) {
        return;
      }
    }
    if (names.isEmpty()) {
      add(spec, workload.name(), false, found);
    }
    names.forEach(name -> add(spec, name, true, found));
  }

  private static void add(PlainObject spec, String pods, boolean named, List<MountedVolume> found) {
    for (PlainObject volume : spec.list("volumes")) {
      String name = volume.text("name");
      Optional<String> claim = volume.at("persistentVolumeClaim").optional("claimName");
      if (claim.isPresent()) {
        found.add(
            new MountedVolume(
                pods, name, new MountedVolume.Source.OfClaim(claim.get(), Optional.empty())));
      } else if (volume.has("ephemeral")) {
        found.add(
            new MountedVolume(
                pods,
                name,
                named
                    ? new MountedVolume.Source.OfClaim(pods + "-" + name, Optional.empty())
                    : new MountedVolume.Source.OfEachPod()));
      } else if (!WITHOUT_DATA.contains(VolumeType.of(volume))) {
        found.add(
            new MountedVolume(pods, name, new MountedVolume.Source.Direct(VolumeType.of(volume))));
      }
    }
  }

  /** Adds the claims that a StatefulSet creates: one of each template for each replica. */
  private static void addClaims(
      PlainObject spec,
      ManifestObject set,
      Workload workload,
      Optional<String> only,
      List<MountedVolume> found) {
    List<String> replicas = only.map(List::of).orElseGet(() -> workload.pods().replicas().names());
    List<PlainObject> templates = spec.list("volumeClaimTemplates");
    for (int i = 0; i < templates.size(); i++) {
      Span span = set.document().span("spec", "volumeClaimTemplates", i);
      Claim template = Claim.of(templates.get(i), span);
      String name = templates.get(i).at("metadata").text("name");
      for (String replica : replicas) {
        found.add(
            new MountedVolume(
                replica,
                name,
                new MountedVolume.Source.OfClaim(name + "-" + replica, Optional.of(template))));
      }
    }
  }
}
