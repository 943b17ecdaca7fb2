package dev.zonec.verifier.reach;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.rules.Chain;
import dev.zonec.kubernetes.rules.ChainRule;
import dev.zonec.kubernetes.rules.RuleTier;
import dev.zonec.verifier.deadline.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a tier of ordered rules may do, under MAY: what it accepts, and what it passes on. The rest
 * it denies. Exact, unless that takes too many pieces or too long: then all that some rule accepts
 * may be accepted, and everything may be passed on.
 */
final class TierSides {
  /** How many pieces one set may be cut into. */
  private static final int MOST = 300;

  /** How many pieces may be kept in all. */
  private static final int MOST_KEPT = 2_000;

  /** How many pairs of pieces may be looked at. */
  private static final long MOST_PAIRS = 100_000;

  private final SideSets sets;
  private final Enforcement enforcement;
  private final RuleSides rules;
  private final Deadline deadline;
  private boolean exact = true;
  private long pairs;
  private boolean tooMany;

  TierSides(BoxSpace space, Enforcement enforcement, Deadline deadline) {
    this.sets = new SideSets(space);
    this.enforcement = enforcement;
    this.rules = new RuleSides(space, enforcement);
    this.deadline = deadline;
  }

  /**
   * @param accepted what may be accepted
   * @param next what may be passed on, by a rule or because none matches
   */
  record Result(List<Side> accepted, List<Side> next) {}

  /** What is possible for the first rule of one chain that matches. */
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
  Result tier(RuleTier tier, Direction direction, List<Side> asked) {
    pairs = 0;
    tooMany = false;
    Result result = exactly(tier, direction, asked);
    if (tooMany) {
      exact = false;
      return coarsely(tier, direction, asked);
    }
    return result;
  }

  private Result exactly(RuleTier tier, Direction direction, List<Side> asked) {
    List<Side> left = asked;
    List<Side> accepted = new ArrayList<>();
    List<Side> passed = new ArrayList<>();
    for (List<Chain> level : tier.levels(direction)) {
      List<First> firsts = new ArrayList<>();
      for (Chain chain : level) {
        firsts.add(first(chain, left));
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
  private Result coarsely(RuleTier tier, Direction direction, List<Side> asked) {
    List<Side> accepted = new ArrayList<>();
    for (List<Chain> level : tier.levels(direction)) {
      for (Chain chain : level) {
        Optional<Box.Pods> subject = rules.subject(chain);
        if (subject.isPresent()) {
          for (ChainRule rule : chain.rules()) {
            if (rule.action() == Action.ACCEPT) {
              accepted.addAll(sets.pairs(asked, rules.sides(subject.get(), rule, true)));
            }
          }
        }
      }
    }
    return new Result(accepted, asked);
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

  private First first(Chain chain, List<Side> asked) {
    List<Side> left = asked;
    List<Side> accepted = new ArrayList<>();
    List<Side> passed = new ArrayList<>();
    List<Side> denied = new ArrayList<>();
    Optional<Box.Pods> subject = rules.subject(chain);
    if (subject.isPresent()) {
      for (ChainRule rule : chain.rules()) {
        if (tooMany || denied.size() + passed.size() + accepted.size() > MOST_KEPT + asked.size()) {
          tooMany = true;
          return new First(accepted, passed, denied, left);
        }
        List<Side> possible = rules.sides(subject.get(), rule, true);
        switch (rule.action()) {
          case ACCEPT -> accepted.addAll(and(left, possible));
          case PASS -> passed.addAll(and(left, possible));
          case DENY -> denied.addAll(and(left, possible));
        }
        left = minus(left, rules.sides(subject.get(), rule, false));
      }
    }
    return new First(accepted, passed, denied, left);
  }
}
