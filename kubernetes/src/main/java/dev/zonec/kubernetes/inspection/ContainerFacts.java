package dev.zonec.kubernetes.inspection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a container shows. Empty texts are unknown.
 *
 * @param image the image as the pod names it
 * @param imageId the image with its digest, as the node reports it
 * @param state such as {@code running} or {@code CrashLoopBackOff}
 * @param lastTermination the reason of the last termination, with the exit code
 * @param requests the requested amounts, by resource
 * @param limits the limits, by resource
 * @param usage the measured amounts, by resource; empty if none were read
 * @param rights what sets the container apart from an ordinary one, such as {@code privileged}
 * @param ports the declared ports, such as {@code tcp/8080}
 */
public record ContainerFacts(
    String name,
    String image,
    String imageId,
    String state,
    int restarts,
    String lastTermination,
    Map<String, String> requests,
    Map<String, String> limits,
    Optional<Map<String, String>> usage,
    List<String> rights,
    List<String> ports) {
  /** Copies the collections. */
  public ContainerFacts {
    requests = new TreeMap<>(requests);
    limits = new TreeMap<>(limits);
    rights = List.copyOf(rights);
    ports = List.copyOf(ports);
  }
}
