package dev.zonec.application.lint;

import dev.zonec.compiler.lint.Deployed;
import dev.zonec.kubernetes.world.Inventory;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.service.Backing;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.kubernetes.world.service.ServicePort;
import dev.zonec.verifier.deployed.DeployedZones;
import java.util.List;
import java.util.Map;

/** Converts a world to the plain data that the compiler's lint reads. */
public final class DeployedObjects {
  private DeployedObjects() {}

  /** Returns the workloads and Services of {@code world}. */
  public static Deployed.Known of(World world, Inventory inventory) {
    return new Deployed.Known(
        inventory.workloads().stream().map(DeployedObjects::workload).toList(),
        world.services().stream().map(DeployedObjects::service).toList(),
        (program, zone) -> DeployedZones.suggestion(program, world, zone));
  }

  private static Deployed.Workload workload(Inventory.WorkloadPorts workload) {
    List<Deployed.ContainerPort> ports =
        workload.ports().stream()
            .map(port -> new Deployed.ContainerPort(port.protocol(), port.number(), port.name()))
            .toList();
    return new Deployed.Workload(workload.workload().pod(), workload.workload().label(), ports);
  }

  private static Deployed.Service service(ServiceEntry service) {
    List<Deployed.ServicePort> ports =
        service.ports().stream()
            .map(
                port ->
                    new Deployed.ServicePort(port.protocol(), port.port(), target(port.target())))
            .toList();
    Map<String, String> selector =
        switch (service.backing()) {
          case Backing.Selected(var labels) -> labels;
          case Backing.Listed listed -> Map.of();
          case Backing.Alias alias -> Map.of();
        };
    return new Deployed.Service(service.namespace(), service.name(), selector, ports);
  }

  private static Deployed.Target target(ServicePort.Target target) {
    return switch (target) {
      case ServicePort.Target.Numbered(int port) -> new Deployed.Target.Numbered(port);
      case ServicePort.Target.Named(String name) -> new Deployed.Target.Named(name);
    };
  }
}
