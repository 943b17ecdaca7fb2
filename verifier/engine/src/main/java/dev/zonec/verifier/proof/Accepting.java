package dev.zonec.verifier.proof;

import dev.zonec.verifier.accepted.Acceptance;
import dev.zonec.verifier.accepted.AcceptedContext;
import java.util.List;

/**
 * The violations that a run accepts, and how many others it looks for.
 *
 * @param acceptances the accepted violations
 * @param context the context in which they were accepted
 * @param exhaustive whether the run goes on until no violation is left that is neither accepted nor
 *     found; otherwise it stops after the first few of each claim
 */
public record Accepting(List<Acceptance> acceptances, AcceptedContext context, boolean exhaustive) {
  /** Accepts nothing, and looks for the first few violations of each claim. */
  public static final Accepting NOTHING = new Accepting(List.of(), AcceptedContext.NONE, false);

  /** The most counterexamples of one question if the run is exhaustive. */
  private static final int MOST = 1000;

  /** Copies the list. */
  public Accepting {
    acceptances = List.copyOf(acceptances);
  }

  /** Whether the run has anything to do with acceptances: to compare them, or to find new ones. */
  boolean isNeeded() {
    return exhaustive || !acceptances.isEmpty();
  }

  /**
   * Returns the most counterexamples to look for in one question.
   *
   * @param few the number if the run is not exhaustive
   */
  int most(int few) {
    return exhaustive ? MOST : few;
  }
}
