package dev.zonec.verifier.reach;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Peer;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.policy.cluster.Tier;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpBlock;
import dev.zonec.verifier.deadline.Deadline;
import dev.zonec.verifier.quotient.Bits;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists every reason why an end of a connection may agree to it, under MAY. */
public final class Sides {
  /** How many pieces the pods that no policy isolates may be in. */
  private static final int MOST_PIECES = 1_000;

  private final BoxSpace space;
  private final SideSets sets;
  private final Enforcement enforcement;
  private final List<Policy> policies;
  private final boolean blocksMatchPods;
  private final Deadline deadline;
  private boolean exact = true;

  /** What ends agree to under {@code enforcement}, which is one of MAY. */
  public Sides(BoxSpace space, Enforcement enforcement) {
    this(space, enforcement, Deadline.never());
  }

  /** The same; once {@code deadline} has passed, with too much in it. */
  public Sides(BoxSpace space, Enforcement enforcement, Deadline deadline) {
    this.deadline = deadline;
    this.space = space;
    this.sets = new SideSets(space);
    this.enforcement = enforcement;
    this.policies = enforcement.policies();
    this.blocksMatchPods = enforcement.blocksMatchPods();
  }

  /** The reasons of those whom {@code direction} speaks for; addresses agree to everything. */
  public List<Side> in(Direction direction) {
    List<Side> sides = new ArrayList<>();
    for (Box addresses : space.allAddresses()) {
      sides.add(new Side(addresses, new Box.Everything(), Opening.ANY, families(addresses)));
    }
    space.allPods().ifPresent(pods -> sides.addAll(within(direction, whoever(pods))));
    return sides;
  }

  /**
   * The reasons of the pods in {@code region}, as far as they lie in it.
   *
   * @param region about pods
   */
  public List<Side> within(Direction direction, Side region) {
    Box.Pods self = (Box.Pods) region.self();
    List<Policy> near =
        policies.stream()
            .filter(policy -> policy.directions().contains(direction))
            .filter(policy -> self.namespaces().contains(namespace(policy)))
            .toList();
    ClusterSides cluster = new ClusterSides(space, enforcement, deadline);
    ClusterSides.Result admin = cluster.tier(Tier.ADMIN, direction, List.of(region));
    List<Side> admitted = new ArrayList<>();
    for (Policy policy : near) {
      subject(policy)
          .flatMap(subject -> space.and(subject, self))
          .ifPresent(subject -> admitted(admitted, policy, subject, direction));
    }
    List<Side> free =
        notIsolated(near, self).stream()
            .map(box -> new Side(box, region.other(), region.openings(), region.families()))
            .toList();
    ClusterSides.Result baseline = cluster.tier(Tier.BASELINE, direction, free);
    admitted.addAll(baseline.accepted());
    admitted.addAll(baseline.next());
    boolean asked = !enforcement.byPriority(Tier.BASELINE, direction).isEmpty();
    if (asked && enforcement.baselineSkipped()) {
      admitted.addAll(sets.and(free, isolated(direction.opposite())));
    }
    exact = exact && cluster.exact();
    List<Side> sides = new ArrayList<>(admin.accepted());
    boolean untouched = admin.next().equals(List.of(region)) && region.equals(everything());
    sides.addAll(untouched ? admitted : sets.and(admitted, admin.next()));
    return sides;
  }

  private Side everything() {
    return whoever(space.allPods().orElseThrow());
  }

  private int namespace(Policy policy) {
    return space.vocabulary().namespaceIndex(policy.namespace());
  }

  /** Whether all that was asked so far is exact; else there may be too much in it. */
  public boolean exact() {
    return exact;
  }

  private static Side whoever(Box self) {
    return new Side(self, new Box.Everything(), Opening.ANY, Side.EITHER);
  }

  private List<Side> isolated(Direction direction) {
    return policies.stream()
        .filter(policy -> policy.directions().contains(direction))
        .flatMap(policy -> subject(policy).stream())
        .map(Sides::whoever)
        .toList();
  }

  private Optional<Box.Pods> subject(Policy policy) {
    return space.pods(Bits.of(namespace(policy)), Selector.EVERYTHING, policy.subject());
  }

  /**
   * Of {@code self} the pods that none of {@code near}, all in its namespaces, selects; with too
   * much in it where that would take too many pieces or too long.
   */
  private List<Box> notIsolated(List<Policy> near, Box.Pods self) {
    BitSet governed = new BitSet();
    List<Box> subjects = new ArrayList<>();
    for (Policy policy : near) {
      governed.set(namespace(policy));
      subject(policy).ifPresent(subjects::add);
    }
    List<Box> out = new ArrayList<>();
    in(self, self.namespaces().minus(Bits.of(governed))).ifPresent(out::add);
    governed.stream()
        .forEach(
            namespace -> {
              List<Box> all = new ArrayList<>();
              in(self, Bits.of(namespace)).ifPresent(all::add);
              List<Box> here =
                  subjects.stream()
                      .filter(box -> ((Box.Pods) box).namespaces().contains(namespace))
                      .toList();
              out.addAll(minus(all, space.withoutContained(here)));
            });
    return out;
  }

  private List<Box> minus(List<Box> all, List<Box> holes) {
    List<Box> left = all;
    for (Box hole : holes) {
      left = space.minus(left, List.of(hole));
      if (left.size() > MOST_PIECES || deadline.passed()) {
        exact = false;
        return all;
      }
    }
    return left;
  }

  private Optional<Box> in(Box.Pods self, Bits namespaces) {
    return space
        .pods(namespaces, Selector.EVERYTHING, Selector.EVERYTHING)
        .flatMap(some -> space.and(some, self));
  }

  private void admitted(List<Side> sides, Policy policy, Box subject, Direction direction) {
    for (Rule rule : policy.rules(direction)) {
      List<Opening> openings =
          rule.ports().isEmpty()
              ? Opening.ANY
              : rule.ports().stream().map(PolicyPort::clause).map(Opening::of).toList();
      if (rule.peers().isEmpty()) {
        sides.add(new Side(subject, new Box.Everything(), openings, Side.EITHER));
      }
      for (Peer peer : rule.peers()) {
        for (Box other : peers(policy, peer)) {
          Set<Family> families =
              peer instanceof Peer.Block block
                  ? Set.of(block.block().cidr().family())
                  : families(other);
          sides.add(new Side(subject, other, openings, families));
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
