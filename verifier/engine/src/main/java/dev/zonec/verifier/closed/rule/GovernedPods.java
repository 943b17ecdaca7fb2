package dev.zonec.verifier.closed.rule;

import dev.zonec.model.endpoint.NamedPort;
import java.util.List;

/**
 * The facts about the subject pods of a rule that the rule depends on.
 *
 * @param names the named ports of the pods, if rules look at them
 * @param node the node of the pods; empty if unknown
 */
public record GovernedPods(List<NamedPort> names, String node) {
  /** Copies the list. */
  public GovernedPods {
    names = List.copyOf(names);
  }
}
