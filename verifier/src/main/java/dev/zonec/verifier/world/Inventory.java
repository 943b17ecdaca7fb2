package dev.zonec.verifier.world;

import dev.zonec.model.net.Protocol;
import java.util.List;
import java.util.Map;

/**
 * What manifests declare beyond what connects: hints for people, which no verdict leans on.
 *
 * @param workloads every workload with the ports that its containers declare
 * @param services every Service
 */
public record Inventory(List<WorkloadPorts> workloads, List<ServiceEntry> services) {
  /** Copies the lists. */
  public Inventory {
    workloads = List.copyOf(workloads);
    services = List.copyOf(services);
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

  /**
   * A Service.
   *
   * @param namespace where it is
   * @param name its name
   * @param selector the labels of the pods behind it; none selects nothing
   * @param ports its ports
   */
  public record ServiceEntry(
      String namespace, String name, Map<String, String> selector, List<ServicePort> ports) {
    /** Copies the collections. */
    public ServiceEntry {
      selector = Map.copyOf(selector);
      ports = List.copyOf(ports);
    }
  }

  /**
   * A port of a Service.
   *
   * @param port what the Service shows
   * @param target the pods' port: a number, or the name that a container gives it
   */
  public record ServicePort(Protocol protocol, int port, String target) {}
}
