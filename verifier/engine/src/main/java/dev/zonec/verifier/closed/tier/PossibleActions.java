package dev.zonec.verifier.closed.tier;

import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.verifier.closed.bits.BitRow;

/**
 * The actions that a sequence of rules may take on a connection, for every class at the other end
 * at once.
 *
 * <p>Unknown labels and addresses can leave open whether a rule matches. Each action therefore has
 * a row of bits: bit {@code c} is set if the sequence takes this action on connections with class
 * {@code c} under some assignment of the unknown values. A fourth row contains the classes that
 * possibly no rule matches. Invariant: every class is in at least one of the four rows.
 */
public final class PossibleActions {
  private final BitRow accept;
  private final BitRow deny;
  private final BitRow pass;
  // The classes that possibly no rule matches.
  private final BitRow none;

  private PossibleActions(int classes, BitRow none) {
    this.accept = BitRow.empty(classes);
    this.deny = BitRow.empty(classes);
    this.pass = BitRow.empty(classes);
    this.none = none;
  }

  /** Returns the empty sequence, which matches no class. */
  static PossibleActions nothing(int classes) {
    return new PossibleActions(classes, BitRow.full(classes));
  }

  private BitRow of(Action action) {
    return switch (action) {
      case ACCEPT -> accept;
      case DENY -> deny;
      case PASS -> pass;
    };
  }

  /**
   * Appends a rule.
   *
   * @param may the classes that the rule may match
   * @param must the classes that the rule certainly matches
   */
  void apply(Action action, BitRow may, BitRow must) {
    BitRow matched = may.copy();
    matched.and(none);
    of(action).or(matched);
    none.andNot(must);
  }

  /** Appends the rules of policies with a later priority. */
  void append(PossibleActions later) {
    for (Action action : Action.values()) {
      BitRow decided = later.of(action).copy();
      decided.and(none);
      of(action).or(decided);
    }
    none.and(later.none);
  }

  /**
   * Combines two policies of equal priority, whose order is undefined.
   *
   * @param acceptWins whether the action that allows more wins if the two policies differ
   */
  PossibleActions tiedWith(PossibleActions other, boolean acceptWins) {
    PossibleActions combined = new PossibleActions(none.size(), none.copy());
    combined.none.and(other.none);
    Action[] strongest =
        acceptWins
            ? new Action[] {Action.ACCEPT, Action.PASS, Action.DENY}
            : new Action[] {Action.DENY, Action.PASS, Action.ACCEPT};
    for (int i = 0; i < strongest.length; i++) {
      addUnopposed(strongest, i, other, combined);
      other.addUnopposed(strongest, i, this, combined);
    }
    return combined;
  }

  /**
   * Adds action {@code strongest[i]} for the classes for which {@code other} may take no stronger
   * one.
   */
  private void addUnopposed(
      Action[] strongest, int i, PossibleActions other, PossibleActions combined) {
    BitRow yielding = other.none.copy();
    for (int weaker = i; weaker < strongest.length; weaker++) {
      yielding.or(other.of(strongest[weaker]));
    }
    yielding.and(of(strongest[i]));
    combined.of(strongest[i]).or(yielding);
  }

  /**
   * Returns the classes whose connections are admitted.
   *
   * @param next the classes whose connections the next tier admits; the next tier decides if the
   *     action is pass or no rule matches
   * @param permissive whether one admitting possibility suffices, rather than all possibilities
   *     having to admit
   */
  public BitRow resolve(BitRow next, boolean permissive) {
    BitRow onward = pass.copy();
    onward.or(none);
    BitRow row = accept.copy();
    if (!permissive) {
      row.andNot(onward);
    }
    onward.and(next);
    row.or(onward);
    if (!permissive) {
      row.andNot(deny);
    }
    return row;
  }
}
