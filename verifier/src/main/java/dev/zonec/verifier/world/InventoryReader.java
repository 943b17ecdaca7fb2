package dev.zonec.verifier.world;

import dev.zonec.diagnostics.Span;
import dev.zonec.verifier.manifest.ManifestObject;
import dev.zonec.verifier.manifest.Manifests;
import dev.zonec.verifier.world.Inventory.DeclaredPort;
import dev.zonec.verifier.world.Inventory.WorkloadPorts;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Manifests to an inventory. What is malformed in them is left out: the world reports it. */
public final class InventoryReader {
  private InventoryReader() {}

  /**
   * The inventory of {@code manifests}.
   *
   * @param world what they mean
   */
  public static Inventory read(Manifests manifests, World world) {
    Map<Span, List<DeclaredPort>> ports = new HashMap<>();
    for (ManifestObject each : manifests.objects()) {
      podSpec(each.object()).ifPresent(spec -> ports.put(each.document().span(), ports(spec)));
    }
    return new Inventory(
        world.workloads().stream()
            .map(w -> new WorkloadPorts(w, ports.getOrDefault(w.site(), List.of())))
            .toList());
  }

  private static Optional<PodSpec> podSpec(HasMetadata object) {
    return object instanceof Pod pod
        ? Optional.ofNullable(pod.getSpec())
        : PodTemplates.of(object).map(PodTemplateSpec::getSpec);
  }

  private static List<DeclaredPort> ports(PodSpec spec) {
    return ContainerPorts.of(spec).stream()
        .map(port -> new DeclaredPort(port.protocol(), port.number(), port.name()))
        .toList();
  }
}
