package dev.zonec.kubernetes.storage;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.manifest.ManifestObject;
import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.manifest.PlainObject;
import dev.zonec.kubernetes.manifest.PodTemplate;
import dev.zonec.kubernetes.world.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the volumes that pods mount.
 *
 * @param manifests the objects
 * @param defaultNamespace the namespace of objects that name none
 */
public record MountedVolumes(Manifests manifests, String defaultNamespace) {
  /** The greatest number of replicas whose claims are listed. */
  private static final int MOST_REPLICAS = 1000;

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
    Set<String> known = workload.pods().given().keySet();
    for (ManifestObject each : manifests.objects()) {
      if (each.kind().equals("Pod")) {
        PlainObject pod = PlainObject.of(each.document());
        String name = pod.at("metadata").text("name");
        boolean asked = only.map(name::equals).orElse(true);
        boolean own =
            known.contains(name)
                && pod.at("metadata")
                    .optional("namespace")
                    .orElse(defaultNamespace)
                    .equals(workload.namespace());
        if (own && asked) {
          add(pod.at("spec"), name, true, found);
        }
      } else if (each.document().span().equals(workload.span())) {
        templates(each).forEach(spec -> addTemplate(spec, workload, only, found));
        if (each.kind().equals("StatefulSet")) {
          addClaims(PlainObject.of(each.document()).at("spec"), each, workload, only, found);
        }
      }
    }
    return found.stream().distinct().toList();
  }

  /** Adds the volumes of a template, unless the pods that have them are known. */
  private static void addTemplate(
      PlainObject spec, Workload workload, Optional<String> only, List<MountedVolume> found) {
    List<String> names =
        only.map(List::of).orElseGet(() -> workload.pods().replicas().names(MOST_REPLICAS));
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
    List<String> replicas =
        only.map(List::of).orElseGet(() -> workload.pods().replicas().names(MOST_REPLICAS));
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

  private static List<PlainObject> templates(ManifestObject each) {
    PlainObject object = PlainObject.of(each.document());
    if (each.templates().isEmpty()) {
      return List.of(
          each.kind().equals("CronJob")
              ? object.at("spec", "jobTemplate", "spec", "template", "spec")
              : object.at("spec", "template", "spec"));
    }
    List<PlainObject> specs = new ArrayList<>();
    for (PodTemplate template : each.templates()) {
      List<String> path = new ArrayList<>(template.labels().stream().map(String::valueOf).toList());
      if (path.size() >= 2) {
        path.subList(path.size() - 2, path.size()).clear();
        path.add("spec");
        specs.add(object.at(path.toArray(String[]::new)));
      }
    }
    return specs;
  }
}
