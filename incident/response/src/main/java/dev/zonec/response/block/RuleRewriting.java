package dev.zonec.response.block;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes the blocked addresses and ports out of rules of NetworkPolicies.
 *
 * @param blocked the addresses and ports
 * @param fromOutsideOnly whether rules that admit only pods stay as they are
 */
record RuleRewriting(Blocked blocked, boolean fromOutsideOnly) {
  /** Returns the policy with other rules in {@code directions}; the same one if nothing changes. */
  Policy of(Policy policy, List<Direction> directions) {
    Policy rewritten = policy;
    for (Direction direction : directions) {
      List<Rule> rules =
          policy.rules(direction).stream().flatMap(rule -> of(rule).stream()).toList();
      if (!rules.equals(policy.rules(direction))) {
        rewritten = rewritten.withRules(direction, rules);
      }
    }
    return rewritten;
  }

  /** Returns the rule without what is blocked; empty if nothing is left. */
  Optional<Rule> of(Rule rule) {
    if (fromOutsideOnly
        && !rule.peers().isEmpty()
        && rule.peers().stream().allMatch(Peer.Pods.class::isInstance)) {
      return Optional.of(rule);
    }
    List<Peer> peers = peers(rule);
    List<PolicyPort> ports = ports(rule);
    // An empty list means everything.
    boolean noPeers = peers.isEmpty() && !(rule.peers().isEmpty() && blocked.blocks().isEmpty());
    boolean noPorts = ports.isEmpty() && !(rule.ports().isEmpty() && blocked.ports().isEmpty());
    return noPeers || noPorts ? Optional.empty() : Optional.of(new Rule(peers, ports, rule.span()));
  }

  private List<Peer> peers(Rule rule) {
    if (blocked.blocks().isEmpty()) {
      return rule.peers();
    }
    List<Peer> peers = new ArrayList<>();
    if (rule.peers().isEmpty()) {
      for (String everything : List.of("0.0.0.0/0", "::/0")) {
        without(new IpBlock(Cidr.of(everything), List.of()))
            .ifPresent(rest -> peers.add(new Peer.Block(rest, rule.span())));
      }
      peers.add(
          new Peer.Pods(
              new Peer.Namespaces.Matching(Selector.EVERYTHING), Selector.EVERYTHING, rule.span()));
    }
    for (Peer peer : rule.peers()) {
      if (peer instanceof Peer.Block(IpBlock block, Span span)) {
        without(block).ifPresent(rest -> peers.add(new Peer.Block(rest, span)));
      } else {
        peers.add(peer);
      }
    }
    return peers;
  }

  /** Returns the block without the blocked addresses; empty if no address is left. */
  private Optional<IpBlock> without(IpBlock block) {
    if (!blocked.touches(block)) {
      return Optional.of(block);
    }
    Family family = block.cidr().family();
    AddressSet holes =
        AddressSet.ofCidrs(family, block.except())
            .union(AddressSet.ofCidrs(family, blocked.blocks()));
    AddressSet whole = AddressSet.ofCidrs(family, List.of(block.cidr()));
    if (whole.minus(holes).isEmpty()) {
      return Optional.empty();
    }
    List<Cidr> except =
        holes.blocks().stream().filter(hole -> block.cidr().contains(hole)).toList();
    return Optional.of(new IpBlock(block.cidr(), except));
  }

  private List<PolicyPort> ports(Rule rule) {
    if (blocked.ports().isEmpty()) {
      return rule.ports();
    }
    List<PolicyPort> ports = new ArrayList<>();
    if (rule.ports().isEmpty()) {
      for (Protocol protocol : Protocol.values()) {
        without(new PortClause.AllPorts(protocol), rule.span()).forEach(ports::add);
      }
    }
    rule.ports().forEach(port -> ports.addAll(without(port.clause(), port.span())));
    return ports;
  }

  private List<PolicyPort> without(PortClause clause, Span span) {
    if (clause instanceof PortClause.Named || !blocked.touches(clause)) {
      return List.of(new PolicyPort(clause, span));
    }
    PortRange range = clause.numbers();
    List<PolicyPort> left = new ArrayList<>();
    int next = range.first();
    for (PortRange hole : blocked.ranges(clause.protocol())) {
      if (hole.last() < next || hole.first() > range.last()) {
        continue;
      }
      if (hole.first() > next) {
        left.add(port(clause.protocol(), next, hole.first() - 1, span));
      }
      next = hole.last() + 1;
    }
    if (next <= range.last()) {
      left.add(port(clause.protocol(), next, range.last(), span));
    }
    return left;
  }

  private static PolicyPort port(Protocol protocol, int first, int last, Span span) {
    return new PolicyPort(new PortClause.Numbered(protocol, new PortRange(first, last)), span);
  }
}
