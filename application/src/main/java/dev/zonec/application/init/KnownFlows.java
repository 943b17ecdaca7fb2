package dev.zonec.application.init;

import dev.zonec.kubernetes.world.Backend;
import dev.zonec.kubernetes.world.Backends;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.kubernetes.world.service.ServicePort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The flows that manifests show: load balancers, and Services named in environment variables. */
final class KnownFlows {
  /** A flow with its ports and the reason why it is known. */
  record Flow(String from, String to, TreeSet<String> ports, String reason) {}

  private final World world;
  private final WorkloadZones zones;
  private final Backends backends;
  private final Map<String, Flow> flows = new TreeMap<>();

  private KnownFlows(World world, WorkloadZones zones) {
    this.world = world;
    this.zones = zones;
    this.backends = new Backends(world);
  }

  /**
   * Returns the flows.
   *
   * @param defaultNamespace the namespace of workloads that name none
   */
  static List<Flow> of(
      World world,
      WorkloadZones zones,
      List<EnvironmentReferences.Reference> references,
      String defaultNamespace) {
    KnownFlows known = new KnownFlows(world, zones);
    for (ServiceEntry service : world.services()) {
      if (service.type() == ServiceEntry.Type.LOAD_BALANCER) {
        service
            .ports()
            .forEach(
                port ->
                    known.add(
                        "internet",
                        service,
                        port,
                        "the Service " + service.name() + " is a load balancer"));
      }
    }
    references.forEach(reference -> known.add(reference, defaultNamespace));
    return new ArrayList<>(known.flows.values());
  }

  private void add(EnvironmentReferences.Reference reference, String defaultNamespace) {
    String namespace = reference.namespace().orElse(defaultNamespace);
    String of = reference.serviceNamespace().orElse(namespace);
    Optional<WorkloadZones.Zone> from = zones.of(namespace, reference.workload());
    for (ServiceEntry service : world.services()) {
      if (from.isPresent()
          && service.namespace().equals(of)
          && service.name().equals(reference.service())) {
        for (ServicePort port : service.ports()) {
          if (port.port() == reference.port()) {
            add(
                from.get().name(),
                service,
                port,
                reference.variable() + " is " + reference.service() + ":" + reference.port());
          }
        }
      }
    }
  }

  private void add(String from, ServiceEntry service, ServicePort port, String reason) {
    for (Backend backend : backends.of(service, port)) {
      zones
          .labelled(backend.label())
          .ifPresent(
              to ->
                  flows
                      .computeIfAbsent(
                          from + " " + to.name(),
                          key -> new Flow(from, to.name(), new TreeSet<>(), reason))
                      .ports()
                      .add(port.protocol().name().toLowerCase(Locale.ROOT) + "/" + backend.port()));
    }
  }
}
