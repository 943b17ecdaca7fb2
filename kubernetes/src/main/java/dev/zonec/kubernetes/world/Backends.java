package dev.zonec.kubernetes.world;

import dev.zonec.kubernetes.world.service.Backing;
import dev.zonec.kubernetes.world.service.Entrance;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.kubernetes.world.service.ServicePort;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.Protocol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the back ends of Services (core/v1 types.go; FindPort of kubernetes/pkg/api/v1/pod): the
 * pods of their own namespace that match the selector, or the listed addresses.
 */
public final class Backends {
  private final Map<String, List<Workload>> byNamespace;
  private final Map<IpAddress, Workload> byAddress = new HashMap<>();

  /**
   * @param world the world with the Services
   */
  public Backends(World world) {
    byNamespace =
        world.workloads().stream()
            .collect(Collectors.groupingBy(workload -> workload.pod().namespace().name()));
    for (Workload workload : world.workloads()) {
      // The address of a pod on the host network is shared with its node.
      if (!workload.pod().hostNetwork()) {
        workload.pod().addresses().forEach(address -> byAddress.putIfAbsent(address, workload));
      }
    }
  }

  /** Returns the workloads that {@code service} selects, regardless of their ports. */
  public List<Workload> workloads(ServiceEntry service) {
    return switch (service.backing()) {
      case Backing.Selected selected -> {
        Selector pods = selected.pods();
        yield byNamespace.getOrDefault(service.namespace(), List.of()).stream()
            .filter(workload -> pods.matches(workload.pod().labels()))
            .toList();
      }
      case Backing.Listed(var addresses) ->
          addresses.stream()
              .map(address -> Optional.ofNullable(byAddress.get(address.address())))
              .flatMap(Optional::stream)
              .distinct()
              .toList();
      case Backing.Alias alias -> List.of();
    };
  }

  /**
   * Returns the back ends of {@code port} of {@code service}. A pod without the target's port name
   * is left out.
   */
  public List<Backend> of(ServiceEntry service, ServicePort port) {
    return switch (service.backing()) {
      case Backing.Selected selected ->
          workloads(service).stream().flatMap(workload -> of(workload, port)).toList();
      case Backing.Listed(var addresses) ->
          addresses.stream()
              .filter(address -> address.portName().equals(port.name()))
              .filter(address -> address.protocol() == port.protocol())
              .map(this::of)
              .distinct()
              .toList();
      case Backing.Alias alias -> List.of();
    };
  }

  /** Returns the back ends of a connection that {@code entrance} forwards. */
  public List<Backend> of(
      Entrance entrance, Entrance.Target target, ServiceEntry service, ServicePort port) {
    if (port.protocol() != entrance.protocol()) {
      return List.of();
    }
    List<Backend> all = of(service, port);
    return switch (target.port()) {
      case Entrance.PortChoice.Every every -> all;
      case Entrance.PortChoice.Numbered(int number) -> port.port() == number ? all : List.of();
      case Entrance.PortChoice.Named(String name) -> port.name().equals(name) ? all : List.of();
      case Entrance.PortChoice.PodPort(int number) ->
          all.stream().filter(backend -> backend.port() == number).toList();
      case Entrance.PortChoice.EndpointName(String name) ->
          port.name().equals(name) || port.target().equals(new ServicePort.Target.Named(name))
              ? all
              : List.of();
    };
  }

  private static Stream<Backend> of(Workload workload, ServicePort port) {
    OptionalInt number =
        switch (port.target()) {
          case ServicePort.Target.Numbered(int given) -> OptionalInt.of(given);
          case ServicePort.Target.Named(String name) ->
              named(workload.pod(), name, port.protocol());
        };
    return number.stream().mapToObj(n -> new Backend(workload.pod(), workload.label(), n));
  }

  /**
   * Returns the number of a named port. The first container with the name counts; sidecars count
   * only if no container has it.
   */
  private static OptionalInt named(Endpoint.Pod pod, String name, Protocol protocol) {
    return pod.namedPorts().stream()
        .filter(named -> named.name().equals(name) && named.protocol() == protocol)
        .mapToInt(NamedPort::port)
        .findFirst();
  }

  private Backend of(Backing.Address listed) {
    Optional<Workload> workload = Optional.ofNullable(byAddress.get(listed.address()));
    return workload
        .map(found -> new Backend(found.pod(), found.label(), listed.port()))
        .orElseGet(
            () ->
                new Backend(
                    new Endpoint.External(listed.address()),
                    listed.address().toString(),
                    listed.port()));
  }
}
