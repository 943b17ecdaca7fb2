package dev.zonec.kubernetes.world;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.Protocol;
import java.util.List;
import java.util.Map;

/**
 * Further declarations of manifests, for hints to people. No verdict depends on them.
 *
 * @param workloads the workloads, with the ports that their containers declare
 * @param holdings the Secrets, claims and service accounts of the workloads, by the span of the
 *     object that declares the pods
 * @param images the images of the workloads with containers, in the order of the world
 */
public record Inventory(
    List<WorkloadPorts> workloads, Map<Span, Holdings> holdings, List<WorkloadImages> images) {
  /** Copies the collections. */
  public Inventory {
    workloads = List.copyOf(workloads);
    holdings = Map.copyOf(holdings);
    images = List.copyOf(images);
  }

  /** Returns the Secrets, claims and service account of {@code workload}. */
  public Holdings holdings(Workload workload) {
    return holdings.getOrDefault(workload.span(), Holdings.NOTHING);
  }

  /** A workload and the ports that its containers declare. */
  public record WorkloadPorts(Workload workload, List<DeclaredPort> ports) {
    /** Copies the ports. */
    public WorkloadPorts {
      ports = List.copyOf(ports);
    }
  }

  /** A workload and the images of its containers. */
  public record WorkloadImages(Workload workload, List<ContainerImage> images) {
    /** Copies the images. */
    public WorkloadImages {
      images = List.copyOf(images);
    }
  }

  /** A port that a container declares; the name is empty if it has none. */
  public record DeclaredPort(Protocol protocol, int number, String name) {}
}
