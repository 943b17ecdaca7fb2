package dev.zonec.verifier.lint;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.service.Entrance;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.kubernetes.world.service.ServicePort;
import dev.zonec.model.net.Transport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Warns about Ingresses and routes that name a port which their Service does not have. */
final class EntrancePorts {
  private EntrancePorts() {}

  /** Returns the warnings for {@code world}. */
  static List<Diagnostic> of(World world) {
    Map<ServiceEntry.Id, ServiceEntry> services = new HashMap<>();
    world.services().forEach(service -> services.put(service.id(), service));
    List<Diagnostic> out = new ArrayList<>();
    for (Entrance entrance : world.entrances()) {
      for (Entrance.Target target : entrance.targets()) {
        Optional.ofNullable(services.get(target.id()))
            .filter(service -> lacks(entrance, target.port(), service))
            .ifPresent(service -> out.add(warning(entrance, target, service)));
      }
    }
    return out;
  }

  private static boolean lacks(Entrance entrance, Entrance.PortChoice asked, ServiceEntry service) {
    // If a route names a port of the pods, the Service's ports show it only if all their targets
    // are numbers.
    boolean byPod = asked instanceof Entrance.PortChoice.PodPort;
    boolean known =
        !byPod
            || service.ports().stream()
                .allMatch(port -> port.target() instanceof ServicePort.Target.Numbered);
    return known
        && service.ports().stream()
            .filter(port -> port.protocol() == entrance.protocol())
            .noneMatch(port -> isAsked(asked, port));
  }

  private static boolean isAsked(Entrance.PortChoice asked, ServicePort port) {
    return switch (asked) {
      case Entrance.PortChoice.Every every -> true;
      case Entrance.PortChoice.Numbered(int number) -> port.port() == number;
      case Entrance.PortChoice.Named(String name) -> port.name().equals(name);
      case Entrance.PortChoice.PodPort(int number) ->
          port.target().equals(new ServicePort.Target.Numbered(number));
      case Entrance.PortChoice.EndpointName(String name) ->
          port.name().equals(name) || port.target().equals(new ServicePort.Target.Named(name));
    };
  }

  private static Diagnostic warning(
      Entrance entrance, Entrance.Target target, ServiceEntry service) {
    String has =
        service.ports().stream().map(EntrancePorts::text).collect(Collectors.joining(", "));
    Diagnostic warning =
        Diagnostic.warning(
            Code.ZC0636,
            target.span(),
            entrance
                + " names "
                + target.port()
                + " of Service `"
                + service
                + "`, which has "
                + (has.isEmpty() ? "no port" : has));
    return service.ports().stream()
        .filter(port -> leadsTo(port, target.port()))
        .findFirst()
        .map(port -> warning.help("name port " + port.port() + ", which leads to " + target.port()))
        .orElseGet(() -> warning.help("name a port of the Service, or add the port to it"));
  }

  /**
   * Whether the entrance names the port of the pods instead of the port of the Service, a common
   * mistake.
   */
  private static boolean leadsTo(ServicePort port, Entrance.PortChoice asked) {
    return switch (asked) {
      case Entrance.PortChoice.Numbered(int number) ->
          port.target().equals(new ServicePort.Target.Numbered(number));
      case Entrance.PortChoice.Named(String name) ->
          port.target().equals(new ServicePort.Target.Named(name));
      case Entrance.PortChoice.Every every -> false;
      case Entrance.PortChoice.PodPort pods -> false;
      case Entrance.PortChoice.EndpointName name -> false;
    };
  }

  private static String text(ServicePort port) {
    String number = new Transport.Ported(port.protocol(), port.port()).toString();
    return port.name().isEmpty() ? number : number + " (`" + port.name() + "`)";
  }
}
