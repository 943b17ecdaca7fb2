package dev.zonec.kubernetes.world;

import dev.zonec.kubernetes.world.service.Backing;
import dev.zonec.kubernetes.world.service.Entrance;
import dev.zonec.kubernetes.world.service.Entrance.PortChoice;
import dev.zonec.kubernetes.world.service.Entrance.Target;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.kubernetes.world.service.ServicePort;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows Services of type ExternalName that are other names for Services of the cluster, such as
 * {@code web.shop.svc.cluster.local}.
 */
final class ServiceAliases {
  /** The most names that are followed, in case they lead around in a circle. */
  private static final int MOST = 10;

  private final Map<ServiceEntry.Id, ServiceEntry> services = new HashMap<>();

  ServiceAliases(List<ServiceEntry> services) {
    services.forEach(each -> this.services.put(each.id(), each));
  }

  /** Returns {@code entrance} with the Services themselves as its targets. */
  Entrance followed(Entrance entrance) {
    return entrance.to(entrance.targets().stream().map(this::followed).toList());
  }

  private Target followed(Target target) {
    Target now = target;
    for (int steps = 0; steps < MOST; steps++) {
      Optional<Target> next = next(now);
      if (next.isEmpty()) {
        return now;
      }
      now = next.get();
    }
    return now;
  }

  private Optional<Target> next(Target target) {
    @Nullable ServiceEntry service = services.get(target.id());
    return service != null && service.backing() instanceof Backing.Alias alias
        ? alias
            .service()
            .map(
                id ->
                    new Target(
                        id.namespace(), id.name(), port(target.port(), service), target.span()))
        : Optional.empty();
  }

  /** Names of ports are those of the alias; the connection is opened to the port's number. */
  private static PortChoice port(PortChoice port, ServiceEntry alias) {
    return port instanceof PortChoice.Named(String name)
        ? alias.ports().stream()
            .filter(each -> each.name().equals(name))
            .map(ServicePort::port)
            .findFirst()
            .<PortChoice>map(PortChoice.Numbered::new)
            .orElse(port)
        : port;
  }
}
