package dev.zonec.verifier.world;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.Protocol;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodIP;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Objects that run pods to what their pods look like. */
final class InstanceReader {
  private InstanceReader() {}

  /** What {@code object} runs; none if it runs nothing, or nothing any more. */
  static Optional<Instance> read(HasMetadata object, ObjectName self, ObjectName owner, Span site) {
    if (object instanceof Pod pod) {
      @Nullable PodStatus status = pod.getStatus();
      String phase = status == null ? "" : Optional.ofNullable(status.getPhase()).orElse("");
      if (phase.equals("Succeeded") || phase.equals("Failed")) {
        return Optional.empty();
      }
      PodTemplateSpec shape = new PodTemplateSpec(pod.getMetadata(), pod.getSpec());
      List<IpAddress> addresses = status == null ? List.of() : addresses(status);
      return Optional.of(instance(shape, addresses, self, owner, site));
    }
    return PodTemplates.of(object).map(shape -> instance(shape, List.of(), self, owner, site));
  }

  private static Instance instance(
      PodTemplateSpec shape,
      List<IpAddress> addresses,
      ObjectName self,
      ObjectName owner,
      Span site) {
    @Nullable PodSpec given = shape.getSpec();
    PodSpec spec = given == null ? new PodSpec() : given;
    return new Instance(
        self,
        owner,
        ObjectName.labels(shape.getMetadata()),
        namedPorts(spec),
        Boolean.TRUE.equals(spec.getHostNetwork()),
        Optional.ofNullable(spec.getNodeName()).orElse(""),
        addresses,
        site);
  }

  private static List<NamedPort> namedPorts(PodSpec spec) {
    List<NamedPort> ports = new ArrayList<>();
    for (Container container : orEmpty(spec.getContainers())) {
      addNamedPorts(container, false, ports);
    }
    for (Container container : orEmpty(spec.getInitContainers())) {
      if ("Always".equals(container.getRestartPolicy())) {
        addNamedPorts(container, true, ports);
      }
    }
    return ports.stream()
        .distinct()
        .sorted(
            Comparator.comparing(NamedPort::name)
                .thenComparing(NamedPort::protocol)
                .thenComparingInt(NamedPort::port)
                .thenComparing(NamedPort::sidecar))
        .toList();
  }

  private static void addNamedPorts(Container container, boolean sidecar, List<NamedPort> ports) {
    for (ContainerPort port : orEmpty(container.getPorts())) {
      @Nullable String name = port.getName();
      @Nullable Integer number = port.getContainerPort();
      if (name == null || name.isEmpty() || number == null || number < 1 || number > 65535) {
        continue;
      }
      String protocol = Optional.ofNullable(port.getProtocol()).orElse(Protocol.TCP.name());
      Stream.of(Protocol.values())
          .filter(p -> p.name().equals(protocol))
          .forEach(p -> ports.add(new NamedPort(name, p, number, sidecar)));
    }
  }

  private static List<IpAddress> addresses(PodStatus status) {
    List<String> written = new ArrayList<>();
    Optional.ofNullable(status.getPodIP()).ifPresent(written::add);
    for (PodIP address : orEmpty(status.getPodIPs())) {
      Optional.ofNullable(address.getIp()).ifPresent(written::add);
    }
    return written.stream()
        .map(IpAddress::parse)
        .flatMap(Optional::stream)
        .distinct()
        .sorted()
        .toList();
  }

  private static <T> List<T> orEmpty(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }
}
