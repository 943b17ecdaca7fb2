package dev.zonec.kubernetes.world;

import dev.zonec.kubernetes.manifest.ManifestObject;
import dev.zonec.kubernetes.world.service.Backing;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.Protocol;
import io.fabric8.kubernetes.api.model.EndpointAddress;
import io.fabric8.kubernetes.api.model.EndpointPort;
import io.fabric8.kubernetes.api.model.EndpointSubset;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the addresses in Endpoints and EndpointSlices, by Service. Addresses that are not ready are
 * included.
 */
final class EndpointAddresses {
  private static final String SERVICE_NAME = "kubernetes.io/service-name";

  /** A port that some addresses have. */
  private record Port(String name, Protocol protocol, int number) {}

  private final Map<String, Set<Backing.Address>> byService = new LinkedHashMap<>();

  private EndpointAddresses() {}

  static EndpointAddresses of(Map<ObjectName, ManifestObject> objects) {
    EndpointAddresses addresses = new EndpointAddresses();
    objects.forEach(
        (name, each) -> {
          if (each.object() instanceof Endpoints endpoints) {
            addresses.add(endpoints, name);
          } else if (each.object() instanceof GenericKubernetesResource slice
              && name.kind().equals("EndpointSlice")) {
            addresses.add(slice, name);
          }
        });
    return addresses;
  }

  List<Backing.Address> of(String namespace, String service) {
    return List.copyOf(byService.getOrDefault(namespace + "/" + service, Set.of()));
  }

  private void add(Endpoints endpoints, ObjectName name) {
    for (EndpointSubset subset : orEmpty(endpoints.getSubsets())) {
      List<Port> ports = new ArrayList<>();
      for (EndpointPort port : orEmpty(subset.getPorts())) {
        port(port.getName(), port.getProtocol(), port.getPort()).ifPresent(ports::add);
      }
      List<String> written = new ArrayList<>();
      for (EndpointAddress address : orEmpty(subset.getAddresses())) {
        written.add(address.getIp());
      }
      for (EndpointAddress address : orEmpty(subset.getNotReadyAddresses())) {
        written.add(address.getIp());
      }
      add(name.namespace() + "/" + name.name(), written, ports);
    }
  }

  private void add(GenericKubernetesResource slice, ObjectName name) {
    @Nullable String service = ObjectName.labels(slice.getMetadata()).get(SERVICE_NAME);
    if (service == null) {
      return;
    }
    PlainFields fields = PlainFields.of(slice);
    List<Port> ports = new ArrayList<>();
    for (PlainFields port : fields.list("ports")) {
      int number = port.number("port").orElse(0);
      port(port.text("name").orElse(""), port.text("protocol").orElse(""), number)
          .ifPresent(ports::add);
    }
    List<String> written =
        fields.list("endpoints").stream()
            .flatMap(endpoint -> endpoint.texts("addresses").stream())
            .toList();
    add(name.namespace() + "/" + service, written, ports);
  }

  private static Optional<Port> port(
      @Nullable String name, @Nullable String protocol, @Nullable Integer number) {
    if (number == null || number < 1 || number > 65535) {
      return Optional.empty();
    }
    return WrittenProtocol.of(protocol)
        .map(known -> new Port(name == null ? "" : name, known, number));
  }

  private void add(String service, List<String> written, List<Port> ports) {
    Set<Backing.Address> addresses =
        byService.computeIfAbsent(service, key -> new LinkedHashSet<>());
    for (@Nullable String text : written) {
      Optional<IpAddress> address = Optional.ofNullable(text).flatMap(IpAddress::parse);
      for (Port port : ports) {
        address.ifPresent(
            ip ->
                addresses.add(
                    new Backing.Address(port.name(), port.protocol(), ip, port.number())));
      }
    }
  }

  private static <T> List<T> orEmpty(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }
}
