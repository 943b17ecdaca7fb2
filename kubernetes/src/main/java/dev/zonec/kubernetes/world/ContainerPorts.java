package dev.zonec.kubernetes.world;

import dev.zonec.model.net.Protocol;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the ports that the containers of a pod declare. Invalid ports are left out. */
final class ContainerPorts {
  /**
   * A port.
   *
   * @param name the name; may be empty
   * @param sidecar whether a sidecar declares it
   */
  record Port(Protocol protocol, int number, String name, boolean sidecar) {}

  private final List<Port> ports = new ArrayList<>();

  private ContainerPorts() {}

  /** Returns the ports in the order of the containers; those of sidecars come last. */
  static List<Port> of(PodSpec spec) {
    ContainerPorts found = new ContainerPorts();
    for (Container container : orEmpty(spec.getContainers())) {
      found.add(container, false);
    }
    for (Container container : orEmpty(spec.getInitContainers())) {
      if ("Always".equals(container.getRestartPolicy())) {
        found.add(container, true);
      }
    }
    return found.ports;
  }

  private void add(Container container, boolean sidecar) {
    for (ContainerPort port : orEmpty(container.getPorts())) {
      @Nullable Integer number = port.getContainerPort();
      String name = Optional.ofNullable(port.getName()).orElse("");
      if (number != null && number >= 1 && number <= 65535) {
        WrittenProtocol.of(port.getProtocol())
            .ifPresent(protocol -> ports.add(new Port(protocol, number, name, sidecar)));
      }
    }
  }

  private static <T> List<T> orEmpty(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }
}
