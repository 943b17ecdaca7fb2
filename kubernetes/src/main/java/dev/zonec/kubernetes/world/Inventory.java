package dev.zonec.kubernetes.world;

import dev.zonec.model.net.Protocol;
import java.util.List;

/**
 * Further declarations of manifests, for hints to people. No verdict depends on them.
 *
 * @param workloads the workloads, with the ports that their containers declare
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

  /** A port that a container declares; the name is empty if it has none. */
  public record DeclaredPort(Protocol protocol, int number, String name) {}
}
