package dev.zonec.response.quarantine;

import java.util.List;

/**
 * The isolation that is wanted.
 *
 * @param id the value of the label {@link Quarantine#LABEL} of isolated pods
 * @param targets the pods to isolate, one target for each namespace; at least one
 * @param allowed the pods that may still open connections to the isolated ones
 * @param means the policies with which to isolate them
 * @param keepLabels whether the pods keep their labels, and so stay behind their Services and with
 *     their controllers
 */
public record Isolation(
    String id, List<Target> targets, List<AllowedSource> allowed, Means means, boolean keepLabels) {
  /** Copies the lists. */
  public Isolation {
    targets = List.copyOf(targets);
    allowed = List.copyOf(allowed);
  }
}
