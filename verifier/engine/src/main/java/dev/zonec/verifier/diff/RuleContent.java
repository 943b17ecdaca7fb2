package dev.zonec.verifier.diff;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.rules.Chain;
import dev.zonec.kubernetes.rules.ChainRule;
import dev.zonec.kubernetes.rules.Ends;
import dev.zonec.kubernetes.rules.NamespaceSet;
import dev.zonec.kubernetes.rules.Traffic;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.net.PortClause;
import java.util.List;
import java.util.Optional;

/**
 * The content of a chain without its policy and without places. Two chains with the same content
 * have the same effect.
 */
record RuleContent(
    NamespaceSet namespaces,
    Selector pods,
    boolean hostNetwork,
    Direction direction,
    List<RuleContent.OfRule> rules) {
  /** The content of a rule. */
  record OfRule(Action action, List<OfEnds> peers, OfTraffic traffic, Optional<Knob> onlyIf) {}

  /** The content of a peer. */
  sealed interface OfEnds {
    /** Every end. */
    record Anyone() implements OfEnds {}

    /** Pods. */
    record Pods(NamespaceSet namespaces, Selector pods) implements OfEnds {}

    /** Address blocks. */
    record Addresses(List<IpBlock> blocks, Optional<Knob> podsOnlyIf) implements OfEnds {}

    /** Nodes. */
    record Nodes(Selector labels) implements OfEnds {}

    /** The own node of the subject. */
    record OwnNode() implements OfEnds {}

    /** Domain names. */
    record DomainNames(List<String> names) implements OfEnds {}
  }

  /** The content of the traffic of a rule. */
  sealed interface OfTraffic {
    /** A kind of traffic without a list of ports. */
    record Whole(Traffic traffic) implements OfTraffic {}

    /** Listed ports. */
    record Ports(List<PortClause> clauses) implements OfTraffic {}
  }

  /** Returns the content of {@code chain}. */
  static RuleContent of(Chain chain) {
    return new RuleContent(
        chain.subject().namespaces(),
        chain.subject().pods(),
        chain.hostNetwork(),
        chain.direction(),
        chain.rules().stream().map(RuleContent::of).toList());
  }

  private static OfRule of(ChainRule rule) {
    return new OfRule(
        rule.action(),
        rule.peers().stream().map(RuleContent::of).toList(),
        of(rule.traffic()),
        rule.onlyIf());
  }

  private static OfEnds of(Ends ends) {
    return switch (ends) {
      case Ends.Anyone anyone -> new OfEnds.Anyone();
      case Ends.Pods(var namespaces, var pods, var span) -> new OfEnds.Pods(namespaces, pods);
      case Ends.Addresses(var blocks, var podsOnlyIf, var span) ->
          new OfEnds.Addresses(blocks, podsOnlyIf);
      case Ends.Nodes(var labels, var span) -> new OfEnds.Nodes(labels);
      case Ends.OwnNode own -> new OfEnds.OwnNode();
      case Ends.DomainNames(var names, var span) -> new OfEnds.DomainNames(names);
    };
  }

  private static OfTraffic of(Traffic traffic) {
    return switch (traffic) {
      case Traffic.Listed(var ports) ->
          new OfTraffic.Ports(ports.stream().map(PolicyPort::clause).toList());
      case Traffic.Everything everything -> new OfTraffic.Whole(everything);
      case Traffic.EveryPort every -> new OfTraffic.Whole(every);
      case Traffic.Portless portless -> new OfTraffic.Whole(portless);
    };
  }
}
