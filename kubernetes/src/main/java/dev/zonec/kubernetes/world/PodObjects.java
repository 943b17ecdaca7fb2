package dev.zonec.kubernetes.world;

import dev.zonec.kubernetes.manifest.ManifestObject;
import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.manifest.PlainObject;
import dev.zonec.kubernetes.manifest.PodTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The pods and the templates of workloads, with all fields of their manifests. */
public final class PodObjects {
  private final Manifests manifests;
  private final String defaultNamespace;
  private final List<PlainObject> pods;

  /**
   * @param defaultNamespace the namespace of objects that name none
   */
  public PodObjects(Manifests manifests, String defaultNamespace) {
    this.manifests = manifests;
    this.defaultNamespace = defaultNamespace;
    this.pods =
        manifests.objects().stream()
            .filter(each -> each.kind().equals("Pod"))
            .map(each -> PlainObject.of(each.document()))
            .toList();
  }

  /**
   * Returns the pods of {@code workload}.
   *
   * @param only the only pod of the workload that is meant; empty for all of its pods
   */
  public List<PlainObject> of(Workload workload, Optional<String> only) {
    Set<String> known = workload.pods().given().keySet();
    return pods.stream()
        .filter(
            pod -> {
              String name = pod.at("metadata").text("name");
              return known.contains(name)
                  && only.map(name::equals).orElse(true)
                  && namespace(pod).equals(workload.namespace());
            })
        .toList();
  }

  private String namespace(PlainObject object) {
    return object.at("metadata").optional("namespace").orElse(defaultNamespace);
  }

  /** Returns the object that {@code workload} stands for. */
  public Optional<ManifestObject> object(Workload workload) {
    return manifests.objects().stream()
        .filter(each -> each.document().span().equals(workload.span()))
        .findFirst();
  }

  /** Returns the specifications of the pods that {@code object} creates. */
  public static List<PlainObject> templates(ManifestObject object) {
    PlainObject whole = PlainObject.of(object.document());
    if (object.templates().isEmpty()) {
      return List.of(
          object.kind().equals("CronJob")
              ? whole.at("spec", "jobTemplate", "spec", "template", "spec")
              : whole.at("spec", "template", "spec"));
    }
    List<PlainObject> specs = new ArrayList<>();
    for (PodTemplate template : object.templates()) {
      List<String> path = new ArrayList<>(template.labels().stream().map(String::valueOf).toList());
      if (path.size() >= 2) {
        path.subList(path.size() - 2, path.size()).clear();
        path.add("spec");
        specs.add(whole.at(path.toArray(String[]::new)));
      }
    }
    return specs;
  }
}
