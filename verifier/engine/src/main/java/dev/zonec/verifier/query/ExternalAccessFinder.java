package dev.zonec.verifier.query;

import dev.zonec.kubernetes.world.Backend;
import dev.zonec.kubernetes.world.Backends;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.service.Backing;
import dev.zonec.kubernetes.world.service.Entrance;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.kubernetes.world.service.ServicePort;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.net.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the pods that callers outside the cluster reach by way of a node or of a controller. */
final class ExternalAccessFinder {
  private final World world;
  private final Backends backends;
  private final List<ExternalAccess> found = new ArrayList<>();

  private ExternalAccessFinder(World world) {
    this.world = world;
    this.backends = new Backends(world);
  }

  /** Those by way of a node, Service by Service, then those by way of a controller. */
  static List<ExternalAccess> of(World world) {
    ExternalAccessFinder accesses = new ExternalAccessFinder(world);
    world.services().stream()
        .filter(service -> service.reachedFromOutside() && !service.keepsClients())
        .forEach(accesses::byNode);
    Map<ServiceEntry.Id, ServiceEntry> services = EntranceRows.services(world);
    for (Entrance entrance : world.entrances()) {
      for (Entrance.Target target : entrance.targets()) {
        @Nullable ServiceEntry service = services.get(target.id());
        if (service != null) {
          accesses.byController(entrance, target, service);
        }
      }
    }
    return accesses.found;
  }

  private void byNode(ServiceEntry service) {
    for (ServicePort port : service.ports()) {
      ExternalAccess.SeenAs seenAs = new ExternalAccess.SeenAs.Node(service);
      List<Backend> some = backends.of(service, port);
      some.forEach(backend -> add(backend.endpoint(), port, backend.port(), seenAs));
      if (some.isEmpty() && backends.workloads(service).isEmpty()) {
        addUnknown(service, port, seenAs);
      }
    }
  }

  private void byController(Entrance entrance, Entrance.Target target, ServiceEntry service) {
    for (ServicePort port : service.ports()) {
      ExternalAccess.SeenAs seenAs = new ExternalAccess.SeenAs.ControllerPod(entrance);
      for (Backend backend : backends.of(entrance, target, service, port)) {
        add(backend.endpoint(), port, backend.port(), seenAs);
      }
    }
  }

  private void add(Endpoint endpoint, ServicePort port, int number, ExternalAccess.SeenAs seenAs) {
    if (endpoint instanceof Endpoint.Pod pod) {
      found.add(new ExternalAccess(pod, new Transport.Ported(port.protocol(), number), seenAs));
    }
  }

  /**
   * No manifest shows a pod that the Service selects. One will have the labels that it asks for,
   * and where its port has a name, probably the number that the Service gives it.
   */
  private void addUnknown(ServiceEntry service, ServicePort port, ExternalAccess.SeenAs seenAs) {
    if (service.backing() instanceof Backing.Selected(var labels)) {
      Namespace namespace =
          world.namespaces().stream()
              .filter(each -> each.name().equals(service.namespace()))
              .findFirst()
              .orElseGet(() -> Namespace.undeclared(service.namespace()));
      int number =
          switch (port.target()) {
            case ServicePort.Target.Numbered(int given) -> given;
            case ServicePort.Target.Named named -> port.port();
          };
      List<NamedPort> named =
          port.target() instanceof ServicePort.Target.Named(String name)
              ? List.of(new NamedPort(name, port.protocol(), number, false))
              : List.of();
      Endpoint.Pod pod =
          new Endpoint.Pod(namespace, service.name(), labels, named, false, "", List.of());
      add(pod, port, number, seenAs);
    }
  }
}
