package dev.zonec.verifier.world;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.Protocol;
import dev.zonec.verifier.manifest.ManifestObject;
import dev.zonec.verifier.manifest.Manifests;
import dev.zonec.verifier.world.Inventory.DeclaredPort;
import dev.zonec.verifier.world.Inventory.ServiceEntry;
import dev.zonec.verifier.world.Inventory.ServicePort;
import dev.zonec.verifier.world.Inventory.WorkloadPorts;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    List<ServiceEntry> services = new ArrayList<>();
    for (ManifestObject each : manifests.objects()) {
      if (each.object() instanceof Service service) {
        services.add(service(service));
      } else {
        podSpec(each.object()).ifPresent(spec -> ports.put(each.document().span(), ports(spec)));
      }
    }
    return new Inventory(
        world.workloads().stream()
            .map(w -> new WorkloadPorts(w, ports.getOrDefault(w.site(), List.of())))
            .toList(),
        services);
  }

  private static Optional<PodSpec> podSpec(HasMetadata object) {
    return object instanceof Pod pod
        ? Optional.ofNullable(pod.getSpec())
        : PodTemplates.of(object).map(PodTemplateSpec::getSpec);
  }

  private static List<DeclaredPort> ports(PodSpec spec) {
    List<DeclaredPort> ports = new ArrayList<>();
    for (Container container : orEmpty(spec.getContainers())) {
      addPorts(container, ports);
    }
    for (Container container : orEmpty(spec.getInitContainers())) {
      if ("Always".equals(container.getRestartPolicy())) {
        addPorts(container, ports);
      }
    }
    return ports;
  }

  private static void addPorts(Container container, List<DeclaredPort> ports) {
    for (ContainerPort port : orEmpty(container.getPorts())) {
      @Nullable Integer number = port.getContainerPort();
      String name = Optional.ofNullable(port.getName()).orElse("");
      if (number != null) {
        protocol(port.getProtocol())
            .ifPresent(protocol -> ports.add(new DeclaredPort(protocol, number, name)));
      }
    }
  }

  private static ServiceEntry service(Service service) {
    ObjectName name = ObjectName.of(service, WorldReader.DEFAULT_NAMESPACE);
    List<ServicePort> ports = new ArrayList<>();
    Map<String, String> selector = Map.of();
    if (service.getSpec() != null) {
      selector = Optional.ofNullable(service.getSpec().getSelector()).orElse(Map.of());
      for (io.fabric8.kubernetes.api.model.ServicePort port :
          orEmpty(service.getSpec().getPorts())) {
        @Nullable Integer shown = port.getPort();
        if (shown != null) {
          String target = target(port.getTargetPort(), shown);
          protocol(port.getProtocol())
              .ifPresent(protocol -> ports.add(new ServicePort(protocol, shown, target)));
        }
      }
    }
    return new ServiceEntry(name.namespace(), name.name(), selector, ports);
  }

  /** Without a target the pods' port is the same. */
  private static String target(@Nullable IntOrString target, int shown) {
    if (target == null) {
      return Integer.toString(shown);
    }
    return target.getStrVal() == null
        ? Integer.toString(Optional.ofNullable(target.getIntVal()).orElse(shown))
        : target.getStrVal();
  }

  private static Optional<Protocol> protocol(@Nullable String name) {
    String wanted = name == null ? Protocol.TCP.name() : name;
    return Stream.of(Protocol.values()).filter(p -> p.name().equals(wanted)).findFirst();
  }

  private static <T> List<T> orEmpty(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }
}
