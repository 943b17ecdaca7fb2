package dev.zonec.verifier.reach;

import java.util.List;

/**
 * A relation between endpoints.
 *
 * @param steps every pair that it holds is in one, and every pair of a step is in it
 * @param exact whether that is so; else there would be too many steps, and none is listed
 */
public record Relation(List<Step> steps, boolean exact) {
  /** Copies the list. */
  public Relation {
    steps = List.copyOf(steps);
  }
}
