package dev.zonec.kubernetes.world;

import dev.zonec.kubernetes.manifest.ManifestObject;
import dev.zonec.kubernetes.world.service.Entrance;
import dev.zonec.kubernetes.world.service.Entrance.PortChoice;
import dev.zonec.kubernetes.world.service.Entrance.Target;
import dev.zonec.model.net.Protocol;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads Ingresses (networking.k8s.io/v1 and older versions), routes of the Gateway API and
 * OpenShift Routes as entrances. Back ends with weight 0 are left out.
 */
final class EntranceReader {
  private final ManifestObject manifest;
  private final ObjectName name;
  private final PlainFields spec;

  private EntranceReader(
      ManifestObject manifest, ObjectName name, GenericKubernetesResource object) {
    this.manifest = manifest;
    this.name = name;
    this.spec = PlainFields.of(object).in("spec");
  }

  /** Returns the entrance that {@code manifest} declares, if it is one. */
  static Optional<Entrance> read(ManifestObject manifest, ObjectName name) {
    if (!(manifest.object() instanceof GenericKubernetesResource object)) {
      return Optional.empty();
    }
    EntranceReader reader = new EntranceReader(manifest, name, object);
    return switch (name.kind()) {
      case "Ingress" -> Optional.of(reader.entrance(Protocol.TCP, reader.ingress()));
      case "HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute" ->
          new GatewayRouteReader(manifest, name, reader.spec).read(Protocol.TCP);
      case "UDPRoute" -> new GatewayRouteReader(manifest, name, reader.spec).read(Protocol.UDP);
      case "Route" -> Optional.of(reader.entrance(Protocol.TCP, reader.route()));
      default -> Optional.empty();
    };
  }

  private Entrance entrance(Protocol protocol, List<Target> targets) {
    return new Entrance(
        name.kind(),
        name.namespace(),
        name.name(),
        protocol,
        targets,
        List.of(),
        manifest.document().span());
  }

  private List<Target> ingress() {
    List<Target> targets = new ArrayList<>();
    for (String field : List.of("defaultBackend", "backend")) {
      ingress(spec.in(field), List.of("spec", field)).ifPresent(targets::add);
    }
    List<PlainFields> rules = spec.list("rules");
    for (int i = 0; i < rules.size(); i++) {
      List<PlainFields> paths = rules.get(i).in("http").list("paths");
      for (int j = 0; j < paths.size(); j++) {
        ingress(
                paths.get(j).in("backend"),
                List.of("spec", "rules", i, "http", "paths", j, "backend"))
            .ifPresent(targets::add);
      }
    }
    return targets;
  }

  private Optional<Target> ingress(PlainFields backend, List<?> path) {
    PlainFields service = backend.in("service");
    PlainFields port = service.in("port");
    return service
        .text("name")
        .map(to -> target(name.namespace(), to, choice(port, "number", "name"), path))
        .or(
            () ->
                backend
                    .text("serviceName")
                    .map(
                        to ->
                            target(
                                name.namespace(),
                                to,
                                choice(backend, "servicePort", "servicePort"),
                                path)));
  }

  static PortChoice choice(PlainFields fields, String number, String text) {
    OptionalInt port = fields.number(number);
    if (port.isPresent() && port.getAsInt() != 0) {
      return new PortChoice.Numbered(port.getAsInt());
    }
    return fields
        .text(text)
        .<PortChoice>map(PortChoice.Named::new)
        .orElseGet(PortChoice.Every::new);
  }

  private List<Target> route() {
    PortChoice port = podPort(spec.in("port"));
    List<Target> targets = new ArrayList<>();
    routeTarget(spec.in("to"), port, List.of("spec", "to")).ifPresent(targets::add);
    List<PlainFields> others = spec.list("alternateBackends");
    for (int i = 0; i < others.size(); i++) {
      routeTarget(others.get(i), port, List.of("spec", "alternateBackends", i))
          .ifPresent(targets::add);
    }
    return targets;
  }

  /** Reads the port of a Route, which is a port of the endpoints (route/v1 types.go, RoutePort). */
  private static PortChoice podPort(PlainFields port) {
    OptionalInt number = port.number("targetPort");
    if (number.isPresent()) {
      return new PortChoice.PodPort(number.getAsInt());
    }
    return port.text("targetPort")
        .<PortChoice>map(PortChoice.EndpointName::new)
        .orElseGet(PortChoice.Every::new);
  }

  private Optional<Target> routeTarget(PlainFields to, PortChoice port, List<?> path) {
    boolean service = to.text("kind").orElse("Service").equals("Service");
    return to.text("name")
        .filter(named -> service && to.number("weight").orElse(1) != 0)
        .map(named -> target(name.namespace(), named, port, path));
  }

  private Target target(String namespace, String service, PortChoice port, List<?> path) {
    return new Target(namespace, service, port, manifest.document().span(path));
  }
}
