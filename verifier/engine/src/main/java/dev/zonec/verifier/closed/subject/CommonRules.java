package dev.zonec.verifier.closed.subject;

import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.rules.Chain;
import dev.zonec.kubernetes.rules.ChainRule;
import dev.zonec.kubernetes.rules.Ends;
import dev.zonec.kubernetes.rules.Traffic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Divides the rules of chains whose rules are alternatives into the chain's own rules and rules
 * that many chains have in common, such as the rule that admits connections from a pod's own node.
 * Equal lists of common rules share one number, so that they are evaluated once for a class and not
 * once for each chain.
 */
final class CommonRules {
  private final Map<List<Content>, Integer> numbers = new HashMap<>();
  private final List<Chain> common = new ArrayList<>();

  /** The facts that a common rule depends on. */
  private record Content(
      boolean hostNetwork, boolean ownNode, Traffic traffic, Optional<Knob> onlyIf) {}

  /**
   * A chain whose rules are divided.
   *
   * @param own the chain with its own rules only
   * @param common the number of its common rules
   */
  record Divided(Chain own, int common) {}

  /** Divides the rules of {@code chain}. */
  Divided divide(Chain chain) {
    List<ChainRule> own = new ArrayList<>();
    List<ChainRule> others = new ArrayList<>();
    List<Content> contents = new ArrayList<>();
    for (ChainRule rule : chain.rules()) {
      if (isCommon(rule)) {
        others.add(rule);
        boolean ownNode = rule.peers().getFirst() instanceof Ends.OwnNode;
        contents.add(new Content(chain.hostNetwork(), ownNode, rule.traffic(), rule.onlyIf()));
      } else {
        own.add(rule);
      }
    }
    Integer number = numbers.get(contents);
    if (number == null) {
      number = common.size();
      numbers.put(contents, number);
      common.add(with(chain, others));
    }
    return new Divided(with(chain, own), number);
  }

  /** Returns a chain that has the common rules {@code number} and no others. */
  Chain common(int number) {
    return common.get(number);
  }

  private static Chain with(Chain chain, List<ChainRule> rules) {
    return new Chain(chain.owner(), chain.subject(), chain.hostNetwork(), chain.direction(), rules);
  }

  private static boolean isCommon(ChainRule rule) {
    return rule.peers().size() == 1
        && !(rule.traffic() instanceof Traffic.Listed)
        && switch (rule.peers().getFirst()) {
          case Ends.Anyone anyone -> true;
          case Ends.OwnNode own -> true;
          case Ends.Pods pods -> false;
          case Ends.Addresses addresses -> false;
          case Ends.Nodes nodes -> false;
          case Ends.DomainNames names -> false;
        };
  }
}
