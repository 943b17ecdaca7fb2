package dev.zonec.kubernetes.world;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.manifest.ManifestObject;
import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.manifest.PodTemplate;
import dev.zonec.kubernetes.world.Inventory.DeclaredPort;
import dev.zonec.kubernetes.world.Inventory.WorkloadImages;
import dev.zonec.kubernetes.world.Inventory.WorkloadPorts;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads an inventory. Malformed fields are ignored here, because the world reports them. */
public final class InventoryReader {
  private InventoryReader() {}

  /**
   * Reads {@code manifests}.
   *
   * @param world the world of these manifests
   */
  public static Inventory read(Manifests manifests, World world) {
    Map<Span, List<DeclaredPort>> ports = new HashMap<>();
    Map<Span, Holdings> holdings = new HashMap<>();
    Map<Span, List<ContainerImage>> images = new HashMap<>();
    Map<String, List<ContainerImage>> ofPods = new HashMap<>();
    for (ManifestObject each : manifests.objects()) {
      List<DeclaredPort> declared =
          podSpecs(each).flatMap(spec -> ports(spec).stream()).distinct().toList();
      ports.put(each.document().span(), declared);
      Holdings held = HoldingsReader.read(each.object(), podSpecs(each));
      if (!held.equals(Holdings.NOTHING)) {
        holdings.put(each.document().span(), held);
      }
      List<ContainerImage> used = ImagesReader.read(each);
      images.put(each.document().span(), used);
      if (each.object() instanceof Pod pod && !InstanceReader.isFinished(pod)) {
        ofPods.put(name(pod), used);
      }
    }
    return new Inventory(
        world.workloads().stream()
            .map(w -> new WorkloadPorts(w, ports.getOrDefault(w.span(), List.of())))
            .toList(),
        holdings,
        world.workloads().stream()
            .map(w -> new WorkloadImages(w, images(w, images, ofPods)))
            .filter(each -> !each.images().isEmpty())
            .toList());
  }

  /** Returns the images of the object that declares {@code workload}, and of its known pods. */
  private static List<ContainerImage> images(
      Workload workload,
      Map<Span, List<ContainerImage>> declared,
      Map<String, List<ContainerImage>> ofPods) {
    List<ContainerImage> all = new ArrayList<>(declared.getOrDefault(workload.span(), List.of()));
    workload.pods().given().keySet().stream()
        .flatMap(pod -> ofPods.getOrDefault(workload.namespace() + "/" + pod, List.of()).stream())
        .forEach(image -> add(image, all));
    return all;
  }

  private static void add(ContainerImage image, List<ContainerImage> all) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).isSame(image)) {
        all.set(i, all.get(i).and(image));
        return;
      }
    }
    all.add(image);
  }

  private static String name(Pod pod) {
    ObjectName name = ObjectName.of(pod, WorldReader.DEFAULT_NAMESPACE);
    return name.namespace() + "/" + name.name();
  }

  private static Stream<PodSpec> podSpecs(ManifestObject each) {
    HasMetadata object = each.object();
    return object instanceof Pod pod
        ? Stream.ofNullable(pod.getSpec())
        : Stream.concat(
                PodTemplates.of(object).stream(), each.templates().stream().map(PodTemplate::shape))
            .flatMap(template -> Stream.ofNullable(template.getSpec()));
  }

  private static List<DeclaredPort> ports(PodSpec spec) {
    return ContainerPorts.of(spec).stream()
        .map(port -> new DeclaredPort(port.protocol(), port.number(), port.name()))
        .toList();
  }
}
