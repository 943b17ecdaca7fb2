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
 * The effect of a tier of ordered rules, such as the Admin tier, on a set of connections, under
 * MAY: the connections that it may accept, and the connections that it may leave to the next tier.
 * It denies the rest.
 *
 * <p>Within a chain, the connections that a rule certainly matches are subtracted from the
 * connections that later rules see. This makes more and smaller boxes. If there would be too many,
 * or if the deadline passes, the result is coarse and not {@link #exact}: every rule that accepts
 * counts, nothing is denied, and all connections are also left to the next tier.
 */
final class OrderedTier {
  /** The most boxes in one set. */
  private static final int MOST_BOXES = 300;

  /** The most boxes in all sets together. */
  private static final int MOST_KEPT = 2_000;

  /** The most pairs of boxes that are compared. */
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
   * The effect of a tier.
   *
   * @param accepted the connections that the tier may accept
   * @param next the connections that it may leave to the next tier, because a rule passes or no
   *     rule matches
   */
  record Result(List<ConnectionBox> accepted, List<ConnectionBox> next) {}

  /**
   * The possible results of one chain or level.
   *
   * @param accepted connections that the first rule that matches may accept
   * @param passed connections that it may pass to the next tier
   * @param denied connections that it may deny
   * @param none connections that possibly no rule matches
   */
  private record FirstMatch(
      List<ConnectionBox> accepted,
      List<ConnectionBox> passed,
      List<ConnectionBox> denied,
      List<ConnectionBox> none) {}

  /** Returns whether all results so far are exact. If not, a result may contain too much. */
  boolean exact() {
    return exact;
  }

  /** Returns whether to give up. {@code more} pairs of boxes are about to be compared. */
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
    List<ConnectionBox> distinct = sets.withoutContained(both);
    tooMany = distinct.size() > Math.max(MOST_BOXES, some.size());
    return tooMany ? some : distinct;
  }

  private List<ConnectionBox> minus(List<ConnectionBox> boxes, List<ConnectionBox> holes) {
    List<ConnectionBox> left = boxes;
    for (ConnectionBox hole : holes) {
      if (isTooMuch((long) left.size() * left.size())) {
        return left;
      }
      List<ConnectionBox> less = sets.minus(left, List.of(hole));
      tooMany = less.size() > Math.max(MOST_BOXES, left.size());
      left = tooMany ? left : less;
    }
    return left;
  }

  /** Returns the effect of {@code tier} on the connections in {@code undecided}. */
  Result tier(RuleTier tier, Direction direction, List<ConnectionBox> undecided) {
    pairs = 0;
    tooMany = false;
    Result result = exactly(tier, direction, undecided);
    if (tooMany) {
      exact = false;
      return coarsely(tier, direction, undecided);
    }
    return result;
  }

  private Result exactly(RuleTier tier, Direction direction, List<ConnectionBox> undecided) {
    List<ConnectionBox> left = undecided;
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
      tooMany = tooMany || accepted.size() + passed.size() > MOST_KEPT + undecided.size();
      if (tooMany) {
        return new Result(List.of(), List.of());
      }
    }
    passed.addAll(left);
    return new Result(sets.withoutContained(accepted), sets.withoutContained(passed));
  }

  /** Returns the connections that some rule accepts, as if no other rule matched. */
  private Result coarsely(RuleTier tier, Direction direction, List<ConnectionBox> undecided) {
    List<ConnectionBox> accepted = new ArrayList<>();
    for (List<Chain> level : tier.levels(direction)) {
      for (Chain chain : level) {
        Optional<Box.Pods> subject = rules.subject(chain);
        if (subject.isPresent()) {
          for (ChainRule rule : chain.rules()) {
            if (rule.action() == Action.ACCEPT) {
              accepted.addAll(sets.pairs(undecided, rules.boxes(subject.get(), rule, true)));
            }
          }
        }
      }
    }
    return new Result(accepted, undecided);
  }

  private List<ConnectionBox> accepted(List<FirstMatch> firsts) {
    List<ConnectionBox> out = new ArrayList<>();
    for (int i = 0; i < firsts.size(); i++) {
      List<ConnectionBox> here = firsts.get(i).accepted();
      for (int j = 0; j < firsts.size() && !enforcement.tiesAllow(); j++) {
        // If the most restrictive action decides ties, every other chain must accept too or not
        // match.
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

  private FirstMatch first(Chain chain, List<ConnectionBox> undecided) {
    List<ConnectionBox> left = undecided;
    List<ConnectionBox> accepted = new ArrayList<>();
    List<ConnectionBox> passed = new ArrayList<>();
    List<ConnectionBox> denied = new ArrayList<>();
    Optional<Box.Pods> subject = rules.subject(chain);
    if (subject.isPresent()) {
      for (ChainRule rule : chain.rules()) {
        if (tooMany
            || denied.size() + passed.size() + accepted.size() > MOST_KEPT + undecided.size()) {
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
