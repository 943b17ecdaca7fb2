package dev.zonec.kubernetes.world;

import dev.zonec.model.net.Protocol;
import java.util.List;

/**
 * What manifests declare beyond what connects: hints for people, which no verdict leans on.
 *
 * @param workloads every workload with the ports that its containers declare
 */
public record Inventory(List<WorkloadPorts> workloads) {
  /** Copies the list. */
  public Inventory {
    workloads = List.copyOf(workloads);
  }

  /** A workload and the ports that its containers declare. */
  public record WorkloadPorts(Workload workload, List<DeclaredPort> ports) {
    /** Copies the ports. */
    public WorkloadPorts {
      ports = List.copyOf(ports);
    }
  }

  /** A port that a container declares; the name is empty where it has none. */
  public record DeclaredPort(Protocol protocol, int number, String name) {}
}
