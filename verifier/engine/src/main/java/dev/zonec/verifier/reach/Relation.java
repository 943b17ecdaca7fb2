package dev.zonec.verifier.reach;

import java.util.List;

/**
 * A relation between ends, as a list of steps.
 *
 * @param steps the steps; their union is the relation
 * @param exact whether the steps are listed; if not, there would be too many, and {@code steps} is
 *     empty
 */
public record Relation(List<Step> steps, boolean exact) {
  /** Copies the list. */
  public Relation {
    steps = List.copyOf(steps);
  }
}
