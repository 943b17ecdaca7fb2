package dev.zonec.verifier.random;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.service.Backing;
import dev.zonec.kubernetes.world.service.Entrance;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.kubernetes.world.service.ServicePort;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Random Services and Ingresses for the workloads of a random world. */
public final class RandomServices {
  private static final Span SPAN = RandomParts.SPAN;

  private final RandomWorld random;

  /** Creates a source of Services that draws from {@code random}. */
  public RandomServices(RandomWorld random) {
    this.random = random;
  }

  /** Returns {@code world} with up to three Services, and an Ingress for some of them. */
  public World in(World world) {
    List<ServiceEntry> services = new ArrayList<>();
    List<Entrance> entrances = new ArrayList<>();
    for (String name : List.of("s1", "s2", "s3")) {
      Workload behind = random.oneOf(world.workloads());
      ServiceEntry service = service(name, behind.pod());
      services.add(service);
      if (random.chance(60)) {
        entrances.add(entrance(service));
      }
    }
    return new World(
        world.namespaces(),
        world.workloads(),
        world.nodes(),
        world.policies(),
        world.clusterPolicies(),
        services,
        entrances,
        world.sightings());
  }

  private ServiceEntry service(String name, Endpoint.Pod pod) {
    Map<String, String> labels = new TreeMap<>(pod.labels());
    if (random.chance(40)) {
      labels.remove("tier");
    }
    List<ServicePort> ports = new ArrayList<>();
    ports.add(port("first", 8080));
    if (random.chance(50)) {
      ports.add(port("second", 9090));
    }
    return new ServiceEntry(
        pod.namespace().name(),
        name,
        random.oneOf(
            List.of(
                ServiceEntry.Type.CLUSTER_IP,
                ServiceEntry.Type.NODE_PORT,
                ServiceEntry.Type.LOAD_BALANCER)),
        random.chance(15),
        random.chance(40),
        new Backing.Selected(labels),
        ports,
        SPAN,
        SPAN);
  }

  private ServicePort port(String name, int number) {
    ServicePort.Target target =
        random.chance(35)
            ? new ServicePort.Target.Named(random.oneOf(List.of("web", "dns")))
            : new ServicePort.Target.Numbered(random.oneOf(List.of(80, 85, 99)));
    Protocol protocol = random.chance(75) ? Protocol.TCP : Protocol.UDP;
    return new ServicePort(name, protocol, number, 0, target);
  }

  private Entrance entrance(ServiceEntry service) {
    Entrance.PortChoice port =
        random.oneOf(
            List.of(
                new Entrance.PortChoice.Every(),
                new Entrance.PortChoice.Numbered(8080),
                new Entrance.PortChoice.Named("second")));
    return new Entrance(
        "Ingress",
        service.namespace(),
        "to-" + service.name(),
        Protocol.TCP,
        List.of(new Entrance.Target(service.namespace(), service.name(), port, SPAN)),
        List.of(),
        SPAN);
  }
}
