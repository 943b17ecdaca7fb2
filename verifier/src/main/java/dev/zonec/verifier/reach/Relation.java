package dev.zonec.verifier.reach;

import java.util.List;

/**
 * A relation between endpoints.
 *
 * @param steps every pair that it holds is in one
 * @param exact whether every pair of a step is in it; else some may not be
 */
public record Relation(List<Step> steps, boolean exact) {
  /** Copies the list. */
  public Relation {
    steps = List.copyOf(steps);
  }
}
