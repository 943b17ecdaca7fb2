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
  private final long[] accept;
  private final long[] deny;
  private final long[] pass;
  // The classes that possibly no rule matches.
  private final long[] none;

  private PossibleActions(int words, long[] none) {
    this.accept = new long[words];
    this.deny = new long[words];
    this.pass = new long[words];
    this.none = none;
  }

  /** Returns the empty sequence, which matches no class. */
  static PossibleActions nothing(int classes) {
    long[] all = BitRow.full(classes);
    return new PossibleActions(all.length, all);
  }

  private long[] of(Action action) {
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
  void apply(Action action, long[] may, long[] must) {
    long[] matched = may.clone();
    BitRow.and(matched, none);
    BitRow.or(of(action), matched);
    BitRow.andNot(none, must);
  }

  /** Appends the rules of policies with a later priority. */
  void append(PossibleActions later) {
    for (Action action : Action.values()) {
      long[] decided = later.of(action).clone();
      BitRow.and(decided, none);
      BitRow.or(of(action), decided);
    }
    BitRow.and(none, later.none);
  }

  /**
   * Combines two policies of equal priority, whose order is undefined.
   *
   * @param acceptWins whether the action that allows more wins if the two policies differ
   */
  PossibleActions tiedWith(PossibleActions other, boolean acceptWins) {
    PossibleActions combined = new PossibleActions(none.length, none.clone());
    BitRow.and(combined.none, other.none);
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
    long[] yielding = other.none.clone();
    for (int weaker = i; weaker < strongest.length; weaker++) {
      BitRow.or(yielding, other.of(strongest[weaker]));
    }
    BitRow.and(yielding, of(strongest[i]));
    BitRow.or(combined.of(strongest[i]), yielding);
  }

  /**
   * Returns the classes whose connections are admitted.
   *
   * @param next the classes whose connections the next tier admits; the next tier decides if the
   *     action is pass or no rule matches
   * @param permissive whether one admitting possibility suffices, rather than all possibilities
   *     having to admit
   */
  public long[] resolve(long[] next, boolean permissive) {
    long[] onward = pass.clone();
    BitRow.or(onward, none);
    long[] row = accept.clone();
    if (!permissive) {
      BitRow.andNot(row, onward);
    }
    BitRow.and(onward, next);
    BitRow.or(row, onward);
    if (!permissive) {
      BitRow.andNot(row, deny);
    }
    return row;
  }
}
