package dev.zonec.response.inspection;

import dev.zonec.kubernetes.inspection.PodFacts;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known about the pods of an end.
 *
 * @param workloads the workloads of the end
 * @param absent what could not be read, each with the reason
 * @param compared whether a program declares flows to compare the ports with
 */
public record Inspection(
    List<OfWorkload> workloads, SortedMap<String, String> absent, boolean compared) {
  /** Copies the collections. */
  public Inspection {
    workloads = List.copyOf(workloads);
    absent = new TreeMap<>(absent);
  }

  /**
   * What is known about a workload.
   *
   * @param label its name with its kind
   * @param ports the declared ports, each with the flows of the program that use it
   * @param policies the policies that select the pods, with their places
   */
  public record OfWorkload(
      String label, List<PodFacts> pods, PortUse ports, List<SelectingPolicy> policies) {
    /** Copies the lists. */
    public OfWorkload {
      pods = List.copyOf(pods);
      policies = List.copyOf(policies);
    }
  }

  /** A policy that selects pods, and its place. */
  public record SelectingPolicy(String name, String place) {}
}
