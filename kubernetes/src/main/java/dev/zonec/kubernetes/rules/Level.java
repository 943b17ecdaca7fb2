package dev.zonec.kubernetes.rules;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.cluster.Action;
import java.util.List;
import java.util.Set;

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

  /** Returns the level with only those accepting rules that are kept, and without empty chains. */
  Level acceptingOnly(Set<RulePlace> places) {
    return new Level(
        chains.stream()
            .map(
                chain ->
                    chain.filtered(
                        rule ->
                            rule.action() != Action.ACCEPT
                                || places.contains(RulePlace.of(chain, rule))
                                || rule.span().equals(chain.owner().span())))
            .filter(chain -> !chain.rules().isEmpty())
            .toList());
  }

  /** Returns the chains of {@code direction}. */
  public List<Chain> chains(Direction direction) {
    return chains.stream().filter(chain -> chain.direction() == direction).toList();
  }
}
