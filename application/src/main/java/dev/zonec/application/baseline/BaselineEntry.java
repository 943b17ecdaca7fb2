package dev.zonec.application.baseline;

import dev.zonec.diagnostics.Place;
import dev.zonec.verifier.accepted.Acceptance;
import java.time.LocalDate;

/**
 * An entry of a baseline file: an accepted finding, with the reason.
 *
 * @param variant the values of the parameters with which it was found; empty if the program has
 *     only one variant
 * @param acceptance what is accepted
 * @param place the entry in its file
 */
public record BaselineEntry(String variant, Acceptance acceptance, Place place) {
  /** Returns the id of the finding. */
  public String id() {
    return acceptance.id();
  }

  /** Returns the claim that the finding violates. */
  public String claim() {
    return acceptance.claim();
  }

  /** Describes what is accepted. */
  public String description() {
    return acceptance.extent().describe();
  }

  /** Returns why it is accepted. */
  public String reason() {
    return acceptance.reason();
  }

  /** Returns the last day on which it is accepted. */
  public LocalDate until() {
    return acceptance.until();
  }

  /** Whether the entry no longer counts on {@code day}. */
  public boolean isExpired(LocalDate day) {
    return day.isAfter(acceptance.until());
  }

  /** Whether both entries accept the same in the same variant. */
  public boolean acceptsSame(BaselineEntry other) {
    return variant.equals(other.variant)
        && acceptance.claim().equals(other.acceptance.claim())
        && acceptance.extent().equals(other.acceptance.extent());
  }
}
