package dev.zonec.application.report;

import dev.zonec.diagnostics.LabelledSpan;
import java.util.List;

/**
 * One side of a hop.
 *
 * @param side {@code egress} at the source, or {@code ingress} at the destination
 * @param allowed whether the side lets the connection through
 * @param text why, such as the policy and its rule
 * @param places the rules in the manifests, and the statements of the program that they come from
 */
public record PathStep(String side, boolean allowed, String text, List<LabelledSpan> places) {
  /** Copies the places. */
  public PathStep {
    places = List.copyOf(places);
  }
}
