package dev.zonec.verifier.reach;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.rules.Chain;
import dev.zonec.kubernetes.rules.ChainRule;
import dev.zonec.kubernetes.rules.RuleTier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a tier of ordered rules may do, under MAY: what it accepts, and what it passes on. The rest
 * it denies. Exact, unless that takes too many pieces or too long: then all that some rule accepts
 * may be accepted, and everything may be passed on.
 */
final class OrderedTier {
  /** How many pieces one set may be cut into. */
  private static final int MOST = 300;

  /** How many pieces may be kept in all. */
  private static final int MOST_KEPT = 2_000;

  /** How many pairs of pieces may be looked at. */
  private static final long MOST_PAIRS = 100_000;

  private final ConnectionBoxes sets;
  private final Enforcement enforcement;
  private final RuleMatches rules;
  private final Deadline deadline;
  private boolean exact = true;
  private long pairs;
  private boolean tooMany;

  OrderedTier(BoxSpace space, Enforcement enforcement, Deadline deadline) {
    this.sets = new ConnectionBoxes(space);
    this.enforcement = enforcement;
    this.rules = new RuleMatches(space, enforcement);
    this.deadline = deadline;
  }

  /**
   * @param accepted what may be accepted
   * @param next what may be passed on, by a rule or because none matches
   */
  record Result(List<ConnectionBox> accepted, List<ConnectionBox> next) {}

  /** What is possible for the first rule of one chain that matches. */
  private record FirstMatch(
      List<ConnectionBox> accepted,
      List<ConnectionBox> passed,
      List<ConnectionBox> denied,
      List<ConnectionBox> none) {}

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

  private List<ConnectionBox> and(List<ConnectionBox> some, List<ConnectionBox> others) {
    if (isTooMuch((long) some.size() * others.size())) {
      return some;
    }
    List<ConnectionBox> both = sets.pairs(some, others);
    tooMany = both.size() > Math.max(MOST_KEPT, some.size());
    if (tooMany) {
      return some;
    }
    List<ConnectionBox> few = sets.withoutContained(both);
    tooMany = few.size() > Math.max(MOST, some.size());
    return tooMany ? some : few;
  }

  private List<ConnectionBox> minus(List<ConnectionBox> sides, List<ConnectionBox> holes) {
    List<ConnectionBox> left = sides;
    for (ConnectionBox hole : holes) {
      if (isTooMuch((long) left.size() * left.size())) {
        return left;
      }
      List<ConnectionBox> less = sets.minus(left, List.of(hole));
      tooMany = less.size() > Math.max(MOST, left.size());
      left = tooMany ? left : less;
    }
    return left;
  }

  /** What {@code tier} may do with what {@code asked} holds. */
  Result tier(RuleTier tier, Direction direction, List<ConnectionBox> asked) {
    pairs = 0;
    tooMany = false;
    Result result = exactly(tier, direction, asked);
    if (tooMany) {
      exact = false;
      return coarsely(tier, direction, asked);
    }
    return result;
  }

  private Result exactly(RuleTier tier, Direction direction, List<ConnectionBox> asked) {
    List<ConnectionBox> left = asked;
    List<ConnectionBox> accepted = new ArrayList<>();
    List<ConnectionBox> passed = new ArrayList<>();
    for (List<Chain> level : tier.levels(direction)) {
      List<FirstMatch> firsts = new ArrayList<>();
      for (Chain chain : level) {
        firsts.add(first(chain, left));
      }
      accepted.addAll(accepted(firsts));
      passed.addAll(passed(firsts));
      left = firsts.getFirst().none();
      for (FirstMatch first : firsts.subList(1, firsts.size())) {
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
  private Result coarsely(RuleTier tier, Direction direction, List<ConnectionBox> asked) {
    List<ConnectionBox> accepted = new ArrayList<>();
    for (List<Chain> level : tier.levels(direction)) {
      for (Chain chain : level) {
        Optional<Box.Pods> subject = rules.subject(chain);
        if (subject.isPresent()) {
          for (ChainRule rule : chain.rules()) {
            if (rule.action() == Action.ACCEPT) {
              accepted.addAll(sets.pairs(asked, rules.boxes(subject.get(), rule, true)));
            }
          }
        }
      }
    }
    return new Result(accepted, asked);
  }

  private List<ConnectionBox> accepted(List<FirstMatch> firsts) {
    List<ConnectionBox> out = new ArrayList<>();
    for (int i = 0; i < firsts.size(); i++) {
      List<ConnectionBox> here = firsts.get(i).accepted();
      for (int j = 0; j < firsts.size() && !enforcement.tiesAllow(); j++) {
        // Where the least decides, the others must accept too, or not match.
        here = j == i ? here : and(here, either(firsts.get(j).accepted(), firsts.get(j).none()));
      }
      out.addAll(here);
    }
    return out;
  }

  private List<ConnectionBox> passed(List<FirstMatch> firsts) {
    List<ConnectionBox> out = new ArrayList<>();
    for (int i = 0; i < firsts.size(); i++) {
      List<ConnectionBox> here = firsts.get(i).passed();
      for (int j = 0; j < firsts.size(); j++) {
        if (j != i) {
          FirstMatch other = firsts.get(j);
          List<ConnectionBox> weaker = enforcement.tiesAllow() ? other.denied() : other.accepted();
          here = and(here, either(other.passed(), either(weaker, other.none())));
        }
      }
      out.addAll(here);
    }
    return out;
  }

  private static List<ConnectionBox> either(List<ConnectionBox> some, List<ConnectionBox> more) {
    List<ConnectionBox> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  private FirstMatch first(Chain chain, List<ConnectionBox> asked) {
    List<ConnectionBox> left = asked;
    List<ConnectionBox> accepted = new ArrayList<>();
    List<ConnectionBox> passed = new ArrayList<>();
    List<ConnectionBox> denied = new ArrayList<>();
    Optional<Box.Pods> subject = rules.subject(chain);
    if (subject.isPresent()) {
      for (ChainRule rule : chain.rules()) {
        if (tooMany || denied.size() + passed.size() + accepted.size() > MOST_KEPT + asked.size()) {
          tooMany = true;
          return new FirstMatch(accepted, passed, denied, left);
        }
        List<ConnectionBox> possible = rules.boxes(subject.get(), rule, true);
        switch (rule.action()) {
          case ACCEPT -> accepted.addAll(and(left, possible));
          case PASS -> passed.addAll(and(left, possible));
          case DENY -> denied.addAll(and(left, possible));
        }
        left = minus(left, rules.boxes(subject.get(), rule, false));
      }
    }
    return new FirstMatch(accepted, passed, denied, left);
  }
}
