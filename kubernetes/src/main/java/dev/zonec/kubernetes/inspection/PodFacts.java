package dev.zonec.kubernetes.inspection;

import java.util.List;
import java.util.Optional;

/**
 * What a pod, or the template of pods, shows. Empty texts are unknown.
 *
 * @param name its name, or that of the workload with the template
 * @param running whether it is a pod, not a template
 * @param owners its controller, the controller of this, and so on
 * @param started when it started, as in RFC 3339
 * @param token whether it receives a token of the service account; empty if that is unknown
 * @param uses the names of the objects that it uses
 * @param shares the namespaces of the node that it uses, such as {@code network}
 * @param events its events, newest first
 */
public record PodFacts(
    String namespace,
    String name,
    boolean running,
    String phase,
    String node,
    List<String> owners,
    String started,
    String serviceAccount,
    Optional<Boolean> token,
    UsedNames uses,
    List<String> shares,
    List<ContainerFacts> containers,
    List<EventFact> events) {
  /** Copies the lists. */
  public PodFacts {
    owners = List.copyOf(owners);
    shares = List.copyOf(shares);
    containers = List.copyOf(containers);
    events = List.copyOf(events);
  }
}
