package dev.zonec.verifier.reach;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.PolicyPort;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.policy.cluster.ClusterPeer;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.kubernetes.policy.cluster.Tier;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpBlock;
import dev.zonec.verifier.deadline.Deadline;
import dev.zonec.verifier.quotient.Bits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a tier of cluster-scoped policies may do, under MAY: what it accepts, and what it passes on.
 * The rest it denies. Exact, unless that takes too many pieces or too long: then all that some rule
 * accepts may be accepted, and everything may be passed on.
 */
final class ClusterSides {
  /** How many pieces one set may be cut into. */
  private static final int MOST = 300;

  /** How many pieces may be kept in all. */
  private static final int MOST_KEPT = 2_000;

  /** How many pairs of pieces may be looked at. */
  private static final long MOST_PAIRS = 100_000;

  private final BoxSpace space;
  private final SideSets sets;
  private final Enforcement enforcement;
  private final Deadline deadline;
  private boolean exact = true;
  private long pairs;
  private boolean tooMany;

  ClusterSides(BoxSpace space, Enforcement enforcement, Deadline deadline) {
    this.space = space;
    this.sets = new SideSets(space);
    this.enforcement = enforcement;
    this.deadline = deadline;
  }

  /**
   * @param accepted what may be accepted
   * @param next what may be passed on, by a rule or because none matches
   */
  record Result(List<Side> accepted, List<Side> next) {}

  /** What is possible for the first rule of one policy that matches. */
  private record First(
      List<Side> accepted, List<Side> passed, List<Side> denied, List<Side> none) {}

  /** Whether all that was asked so far is exact; else there may be too much in it. */
  boolean exact() {
    return exact;
  }

  /** Whether it is no use to go on; {@code more} pairs of pieces are about to be looked at. */
  private boolean isTooMuch(long more) {
    pairs += more;
    tooMany = tooMany || pairs > MOST_PAIRS || deadline.passed();
    return tooMany;
  }

  private List<Side> and(List<Side> some, List<Side> others) {
    if (isTooMuch((long) some.size() * others.size())) {
      return some;
    }
    List<Side> both = sets.pairs(some, others);
    tooMany = both.size() > Math.max(MOST_KEPT, some.size());
    if (tooMany) {
      return some;
    }
    List<Side> few = sets.withoutContained(both);
    tooMany = few.size() > Math.max(MOST, some.size());
    return tooMany ? some : few;
  }

  private List<Side> minus(List<Side> sides, List<Side> holes) {
    List<Side> left = sides;
    for (Side hole : holes) {
      if (isTooMuch((long) left.size() * left.size())) {
        return left;
      }
      List<Side> less = sets.minus(left, List.of(hole));
      tooMany = less.size() > Math.max(MOST, left.size());
      left = tooMany ? left : less;
    }
    return left;
  }

  /** What {@code tier} may do with what {@code asked} holds. */
  Result tier(Tier tier, Direction direction, List<Side> asked) {
    pairs = 0;
    tooMany = false;
    Result result = exactly(tier, direction, asked);
    if (tooMany) {
      exact = false;
      return coarsely(tier, direction, asked);
    }
    return result;
  }

  private Result exactly(Tier tier, Direction direction, List<Side> asked) {
    List<Side> left = asked;
    List<Side> accepted = new ArrayList<>();
    List<Side> passed = new ArrayList<>();
    for (List<ClusterPolicy> group : enforcement.byPriority(tier, direction)) {
      List<First> firsts = new ArrayList<>();
      for (ClusterPolicy policy : group) {
        firsts.add(first(policy, direction, left));
      }
      accepted.addAll(accepted(firsts));
      passed.addAll(passed(firsts));
      left = firsts.getFirst().none();
      for (First first : firsts.subList(1, firsts.size())) {
        left = and(left, first.none());
      }
      tooMany = tooMany || accepted.size() + passed.size() > MOST_KEPT + asked.size();
      if (tooMany) {
        return new Result(List.of(), List.of());
      }
    }
    passed.addAll(left);
    return new Result(sets.withoutContained(accepted), sets.withoutContained(passed));
  }

  /** Whatever may be accepted if it is the first to match; nothing is denied. */
  private Result coarsely(Tier tier, Direction direction, List<Side> asked) {
    List<Side> accepted = new ArrayList<>();
    for (List<ClusterPolicy> group : enforcement.byPriority(tier, direction)) {
      for (ClusterPolicy policy : group) {
        Optional<Box.Pods> subject = subject(policy);
        if (subject.isPresent()) {
          for (ClusterRule rule : policy.rules(direction)) {
            if (action(rule) == Action.ACCEPT) {
              accepted.addAll(sets.pairs(asked, sides(subject.get(), rule, true)));
            }
          }
        }
      }
    }
    return new Result(accepted, asked);
  }

  private Optional<Box.Pods> subject(ClusterPolicy policy) {
    return space.pods(
        Bits.all(space.vocabulary().namespaceCount()),
        policy.subject().namespaces(),
        policy.subject().pods());
  }

  private List<Side> accepted(List<First> firsts) {
    List<Side> out = new ArrayList<>();
    for (int i = 0; i < firsts.size(); i++) {
      List<Side> here = firsts.get(i).accepted();
      for (int j = 0; j < firsts.size() && !enforcement.tiesAllow(); j++) {
        // Where the least decides, the others must accept too, or not match.
        here = j == i ? here : and(here, either(firsts.get(j).accepted(), firsts.get(j).none()));
      }
      out.addAll(here);
    }
    return out;
  }

  private List<Side> passed(List<First> firsts) {
    List<Side> out = new ArrayList<>();
    for (int i = 0; i < firsts.size(); i++) {
      List<Side> here = firsts.get(i).passed();
      for (int j = 0; j < firsts.size(); j++) {
        if (j != i) {
          First other = firsts.get(j);
          List<Side> weaker = enforcement.tiesAllow() ? other.denied() : other.accepted();
          here = and(here, either(other.passed(), either(weaker, other.none())));
        }
      }
      out.addAll(here);
    }
    return out;
  }

  private static List<Side> either(List<Side> some, List<Side> more) {
    List<Side> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  private First first(ClusterPolicy policy, Direction direction, List<Side> asked) {
    List<Side> left = asked;
    List<Side> accepted = new ArrayList<>();
    List<Side> passed = new ArrayList<>();
    List<Side> denied = new ArrayList<>();
    Optional<Box.Pods> subject = subject(policy);
    if (subject.isPresent()) {
      for (ClusterRule rule : policy.rules(direction)) {
        if (tooMany || denied.size() + passed.size() + accepted.size() > MOST_KEPT + asked.size()) {
          tooMany = true;
          return new First(accepted, passed, denied, left);
        }
        List<Side> possible = sides(subject.get(), rule, true);
        switch (action(rule)) {
          case ACCEPT -> accepted.addAll(and(left, possible));
          case PASS -> passed.addAll(and(left, possible));
          case DENY -> denied.addAll(and(left, possible));
        }
        left = minus(left, sides(subject.get(), rule, false));
      }
    }
    return new First(accepted, passed, denied, left);
  }

  private static boolean isNotUnderstood(ClusterRule rule) {
    return rule.peers().stream().anyMatch(peer -> peer instanceof ClusterPeer.Unknown);
  }

  /** A rule with a peer that is not understood denies, unless it accepts and so matches nothing. */
  private static Action action(ClusterRule rule) {
    return isNotUnderstood(rule) && rule.action() == Action.PASS ? Action.DENY : rule.action();
  }

  /** What the rule matches: for certain, or possibly. */
  private List<Side> sides(Box.Pods subject, ClusterRule rule, boolean possibly) {
    if (isNotUnderstood(rule)) {
      return rule.action() == Action.ACCEPT
          ? List.of()
          : List.of(new Side(subject, new Box.Everything(), Opening.ANY, Side.EITHER));
    }
    List<Opening> openings =
        rule.ports().isEmpty()
            ? Opening.ANY
            : rule.ports().stream().map(PolicyPort::clause).map(Opening::of).toList();
    List<Side> out = new ArrayList<>();
    for (ClusterPeer peer : rule.peers()) {
      switch (peer) {
        case ClusterPeer.Pods(Selector namespaces, Selector pods, var site) ->
            space
                .pods(Bits.all(space.vocabulary().namespaceCount()), namespaces, pods)
                .ifPresent(box -> out.add(new Side(subject, box, openings, Side.EITHER)));
        case ClusterPeer.Networks(var blocks, var site) ->
            blocks.forEach(
                cidr -> {
                  IpBlock block = new IpBlock(cidr, List.of());
                  Set<Family> family = Set.of(cidr.family());
                  space
                      .addresses(block)
                      .ifPresent(box -> out.add(new Side(subject, box, openings, family)));
                  space
                      .podsIn(block)
                      .ifPresent(box -> out.add(new Side(subject, box, openings, family)));
                });
        case ClusterPeer.Nodes nodes -> {
          for (Family family : Family.values()) {
            AddressSet addresses = enforcement.nodeAddresses(family, space.vocabulary().cluster());
            Bits atoms =
                space.vocabulary().atoms(addresses).and(space.vocabulary().externalAtoms(family));
            if (possibly && !atoms.isEmpty()) {
              out.add(
                  new Side(subject, new Box.Addresses(family, atoms), openings, Set.of(family)));
            }
          }
        }
        case ClusterPeer.DomainNames names -> {
          if (possibly) {
            out.add(new Side(subject, new Box.Everything(), openings, Side.EITHER));
          }
        }
        case ClusterPeer.Unknown unknown -> {}
      }
    }
    return out;
  }
}
