package dev.zonec.verifier.reach;

import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpBlock;
import dev.zonec.verifier.policy.Direction;
import dev.zonec.verifier.policy.Peer;
import dev.zonec.verifier.policy.Policy;
import dev.zonec.verifier.policy.PolicyPort;
import dev.zonec.verifier.policy.Rule;
import dev.zonec.verifier.quotient.Bits;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Lists every reason why an end of a connection may agree to it. */
final class Sides {
  private final BoxSpace space;
  private final List<Policy> policies;
  private final boolean blocksMatchPods;

  Sides(BoxSpace space, List<Policy> policies, boolean blocksMatchPods) {
    this.space = space;
    this.policies = policies;
    this.blocksMatchPods = blocksMatchPods;
  }

  List<Side> in(Direction direction) {
    List<Side> sides = new ArrayList<>();
    for (Box addresses : space.allAddresses()) {
      sides.add(
          new Side(
              addresses,
              new Box.Everything(),
              Opening.ANY,
              families(addresses),
              new Side.Reason.Outside()));
    }
    for (Box free : notIsolated(direction)) {
      sides.add(
          new Side(
              free, new Box.Everything(), Opening.ANY, Side.EITHER, new Side.Reason.NotIsolated()));
    }
    for (Policy policy : policies) {
      if (policy.directions().contains(direction)) {
        subject(policy).ifPresent(subject -> admitted(sides, policy, subject, direction));
      }
    }
    return sides;
  }

  private java.util.Optional<Box.Pods> subject(Policy policy) {
    Bits namespace = Bits.of(space.vocabulary().namespaceIndex(policy.namespace()));
    return space.pods(namespace, Selector.EVERYTHING, policy.subject());
  }

  /** Pods of namespaces without a policy, and in each other namespace those that none selects. */
  private List<Box> notIsolated(Direction direction) {
    BitSet governed = new BitSet();
    List<Box> subjects = new ArrayList<>();
    for (Policy policy : policies) {
      if (policy.directions().contains(direction)) {
        governed.set(space.vocabulary().namespaceIndex(policy.namespace()));
        subject(policy).ifPresent(subjects::add);
      }
    }
    Bits free = Bits.all(space.vocabulary().namespaceCount()).minus(Bits.of(governed));
    List<Box> out = new ArrayList<>();
    space.pods(free, Selector.EVERYTHING, Selector.EVERYTHING).ifPresent(out::add);
    governed.stream()
        .forEach(
            namespace -> {
              List<Box> all = new ArrayList<>();
              Bits one = Bits.of(namespace);
              space.pods(one, Selector.EVERYTHING, Selector.EVERYTHING).ifPresent(all::add);
              List<Box> here =
                  subjects.stream()
                      .filter(box -> ((Box.Pods) box).namespaces().contains(namespace))
                      .toList();
              out.addAll(space.minus(all, space.withoutContained(here)));
            });
    return out;
  }

  private void admitted(List<Side> sides, Policy policy, Box.Pods subject, Direction direction) {
    for (Rule rule : policy.rules(direction)) {
      List<Opening> openings =
          rule.ports().isEmpty()
              ? Opening.ANY
              : rule.ports().stream().map(PolicyPort::clause).map(Opening::of).toList();
      Side.Reason reason = new Side.Reason.Admitted(policy, rule);
      if (rule.peers().isEmpty()) {
        sides.add(new Side(subject, new Box.Everything(), openings, Side.EITHER, reason));
      }
      for (Peer peer : rule.peers()) {
        for (Box other : peers(policy, peer)) {
          Set<Family> families =
              peer instanceof Peer.Block block
                  ? Set.of(block.block().cidr().family())
                  : Side.EITHER;
          sides.add(new Side(subject, other, openings, families, reason));
        }
      }
    }
  }

  private List<Box> peers(Policy policy, Peer peer) {
    List<Box> out = new ArrayList<>();
    switch (peer) {
      case Peer.Pods(Peer.Namespaces.Own own, Selector pods, var site) -> {
        Bits namespace = Bits.of(space.vocabulary().namespaceIndex(policy.namespace()));
        space.pods(namespace, Selector.EVERYTHING, pods).ifPresent(out::add);
      }
      case Peer.Pods(Peer.Namespaces.Matching(Selector labels), Selector pods, var site) ->
          space
              .pods(Bits.all(space.vocabulary().namespaceCount()), labels, pods)
              .ifPresent(out::add);
      case Peer.Block(IpBlock block, var site) -> {
        space.addresses(block).ifPresent(out::add);
        if (blocksMatchPods) {
          space.podsIn(block).ifPresent(out::add);
        }
      }
    }
    return out;
  }

  static Set<Family> families(Box addresses) {
    return addresses instanceof Box.Addresses(Family family, Bits atoms)
        ? Set.of(family)
        : Side.EITHER;
  }
}
