package dev.zonec.kubernetes.rules;

import dev.zonec.kubernetes.policy.Direction;
import java.util.List;

/**
 * Chains of equal rank. If several of them decide a connection and disagree, {@code
 * equal-priority-ties} settles which one counts.
 *
 * @param chains the chains, of both directions
 */
public record Level(List<Chain> chains) {
  /** Copies the list. */
  public Level {
    chains = List.copyOf(chains);
  }

  /** Returns the chains of {@code direction}. */
  public List<Chain> chains(Direction direction) {
    return chains.stream().filter(chain -> chain.direction() == direction).toList();
  }
}
