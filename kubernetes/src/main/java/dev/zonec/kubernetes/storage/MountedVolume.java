package dev.zonec.kubernetes.storage;

import java.util.Optional;

/**
 * A volume of pods.
 *
 * @param pods the pods: the name of one, or of the workload with a template
 * @param name the name of the volume
 * @param source where its data are
 */
public record MountedVolume(String pods, String name, Source source) {
  /** Where the data of a volume are. */
  public sealed interface Source {
    /**
     * A claim.
     *
     * @param template the template that a controller creates the claim from; empty if the claim has
     *     an object of its own
     */
    record OfClaim(String claim, Optional<Claim> template) implements Source {}

    /** A claim that is created for each pod and whose name is known only with that of the pod. */
    record OfEachPod() implements Source {}

    /**
     * Data without a claim.
     *
     * @param type such as {@code hostPath}
     */
    record Direct(String type) implements Source {}
  }
}
