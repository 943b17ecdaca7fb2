package dev.zonec.kubernetes.rules;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.cluster.Action;
import java.util.List;
import java.util.function.Predicate;

/**
 * Rules of one policy for one direction. The first rule that matches decides.
 *
 * @param owner the policy
 * @param subject the pods that the rules apply to
 * @param hostNetwork whether pods on the host network are pods to the chain, if {@code
 *     host-network} treats them so; else they are their nodes: no subjects, matched by no selector
 *     of pods, and without port names
 * @param direction the end of a connection that the subject is
 * @param rules the rules in order
 */
public record Chain(
    PolicyOwner owner,
    Ends.Pods subject,
    boolean hostNetwork,
    Direction direction,
    List<ChainRule> rules) {
  /** Copies the list. */
  public Chain {
    rules = List.copyOf(rules);
  }

  /** Returns the chain with {@code rule} as its only rule. */
  Chain only(ChainRule rule) {
    return new Chain(owner, subject, hostNetwork, direction, List.of(rule));
  }

  /** Returns the chain with those rules only that {@code kept} accepts. */
  Chain filtered(Predicate<ChainRule> kept) {
    return new Chain(owner, subject, hostNetwork, direction, rules.stream().filter(kept).toList());
  }

  /** Whether no rule denies or passes. */
  boolean onlyAccepts() {
    for (ChainRule rule : rules) {
      if (rule.action() != Action.ACCEPT) {
        return false;
      }
    }
    return true;
  }

  /** Whether the chain denies its subject every connection. */
  public boolean deniesEverything() {
    return !rules.isEmpty()
        && rules.getFirst().action() == Action.DENY
        && rules.getFirst().matchesEverything();
  }
}
