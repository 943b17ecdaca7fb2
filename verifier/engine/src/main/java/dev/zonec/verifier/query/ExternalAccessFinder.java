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

/**
 * Finds the ports of pods that callers outside the cluster reach through a node or a controller.
 */
final class ExternalAccessFinder {
  private final World world;
  private final Backends backends;
  private final List<ExternalAccess> found = new ArrayList<>();

  private ExternalAccessFinder(World world) {
    this.world = world;
    this.backends = new Backends(world);
  }

  /**
   * Returns the ports that are reached through a node, by Service, and then the ports that are
   * reached through a controller.
   */
  static List<ExternalAccess> of(World world) {
    ExternalAccessFinder accesses = new ExternalAccessFinder(world);
    world.services().stream()
        .filter(service -> service.reachedFromOutside() && !service.keepsClients())
        .forEach(accesses::addNodes);
    Map<ServiceEntry.Id, ServiceEntry> services = EntranceRows.services(world);
    for (Entrance entrance : world.entrances()) {
      for (Entrance.Target target : entrance.targets()) {
        @Nullable ServiceEntry service = services.get(target.id());
        if (service != null) {
          accesses.addControllers(entrance, target, service);
        }
      }
    }
    return accesses.found;
  }

  private void addNodes(ServiceEntry service) {
    for (ServicePort port : service.ports()) {
      ExternalAccess.SeenAs seenAs = new ExternalAccess.SeenAs.Node(service);
      List<Backend> found = backends.of(service, port);
      found.forEach(backend -> add(backend.endpoint(), port, backend.port(), seenAs));
      if (found.isEmpty() && backends.workloads(service).isEmpty()) {
        addUnknown(service, port, seenAs);
      }
    }
  }

  private void addControllers(Entrance entrance, Entrance.Target target, ServiceEntry service) {
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
   * Adds a pod for a Service that selects no declared workload. The pod has the labels of the
   * selector. If the target port is a name, its number is assumed to be the number of the Service's
   * port.
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
