package dev.zonec.kubernetes.world;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.manifest.ManifestObject;
import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.manifest.PodTemplate;
import dev.zonec.kubernetes.world.Inventory.DeclaredPort;
import dev.zonec.kubernetes.world.Inventory.WorkloadPorts;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
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
    for (ManifestObject each : manifests.objects()) {
      List<DeclaredPort> declared =
          podSpecs(each).flatMap(spec -> ports(spec).stream()).distinct().toList();
      ports.put(each.document().span(), declared);
      Holdings held = HoldingsReader.read(each.object(), podSpecs(each));
      if (!held.equals(Holdings.NOTHING)) {
        holdings.put(each.document().span(), held);
      }
    }
    return new Inventory(
        world.workloads().stream()
            .map(w -> new WorkloadPorts(w, ports.getOrDefault(w.span(), List.of())))
            .toList(),
        holdings);
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
