package dev.zonec.cli;

import dev.zonec.compiler.lint.Deployed;
import dev.zonec.verifier.world.Inventory;
import java.util.List;

/** What the verifier has read, as the plain data that lint takes. */
final class DeployedObjects {
  private DeployedObjects() {}

  static Deployed.Known of(Inventory inventory) {
    return new Deployed.Known(
        inventory.workloads().stream().map(DeployedObjects::workload).toList(),
        inventory.services().stream().map(DeployedObjects::service).toList());
  }

  private static Deployed.Workload workload(Inventory.WorkloadPorts workload) {
    List<Deployed.ContainerPort> ports =
        workload.ports().stream()
            .map(port -> new Deployed.ContainerPort(port.protocol(), port.number(), port.name()))
            .toList();
    return new Deployed.Workload(workload.workload().pod(), workload.workload().label(), ports);
  }

  private static Deployed.Service service(Inventory.ServiceEntry service) {
    List<Deployed.ServicePort> ports =
        service.ports().stream()
            .map(
                port ->
                    new Deployed.ServicePort(port.protocol(), port.port(), target(port.target())))
            .toList();
    return new Deployed.Service(service.namespace(), service.name(), service.selector(), ports);
  }

  private static Deployed.Target target(String target) {
    boolean number = target.chars().allMatch(c -> c >= '0' && c <= '9') && target.length() < 6;
    return number
        ? new Deployed.Target.Numbered(Integer.parseInt(target))
        : new Deployed.Target.Named(target);
  }
}
