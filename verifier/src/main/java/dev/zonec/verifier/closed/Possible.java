package dev.zonec.verifier.closed;

import dev.zonec.verifier.policy.cluster.Action;

/**
 * What rules of cluster-scoped policies may say of connections with some ports: for each answer the
 * classes at the other end for which it is possible. For every class at least one is.
 */
final class Possible {
  private final long[] accept;
  private final long[] deny;
  private final long[] pass;
  // Where it is possible that no rule matches.
  private final long[] none;

  private Possible(int words, long[] none) {
    this.accept = new long[words];
    this.deny = new long[words];
    this.pass = new long[words];
    this.none = none;
  }

  /** Nothing is said of any class yet. */
  static Possible nothing(int classes) {
    long[] all = BitRow.full(classes);
    return new Possible(all.length, all);
  }

  private long[] of(Action action) {
    return switch (action) {
      case ACCEPT -> accept;
      case DENY -> deny;
      case PASS -> pass;
    };
  }

  /**
   * Asks a rule where none before it matched.
   *
   * @param may the classes that it may match
   * @param must those that it matches for certain
   */
  void ask(Action action, long[] may, long[] must) {
    long[] matched = may.clone();
    BitRow.and(matched, none);
    BitRow.or(of(action), matched);
    BitRow.andNot(none, must);
  }

  /** Asks policies of a later priority where none before them matched. */
  void then(Possible later) {
    for (Action action : Action.values()) {
      long[] said = later.of(action).clone();
      BitRow.and(said, none);
      BitRow.or(of(action), said);
    }
    BitRow.and(none, later.none);
  }

  /**
   * What two policies of one priority may say.
   *
   * @param most whether of two different answers the one counts that allows more
   */
  Possible with(Possible other, boolean most) {
    Possible both = new Possible(none.length, none.clone());
    BitRow.and(both.none, other.none);
    Action[] strongest =
        most
            ? new Action[] {Action.ACCEPT, Action.PASS, Action.DENY}
            : new Action[] {Action.DENY, Action.PASS, Action.ACCEPT};
    for (int i = 0; i < strongest.length; i++) {
      addYielded(strongest, i, other, both);
      other.addYielded(strongest, i, this, both);
    }
    return both;
  }

  /** Adds the answer {@code strongest[i]} where {@code other} may say nothing stronger. */
  private void addYielded(Action[] strongest, int i, Possible other, Possible both) {
    long[] yielding = other.none.clone();
    for (int weaker = i; weaker < strongest.length; weaker++) {
      BitRow.or(yielding, other.of(strongest[weaker]));
    }
    BitRow.and(yielding, of(strongest[i]));
    BitRow.or(both.of(strongest[i]), yielding);
  }

  /**
   * What the connections become that pass on where {@code next} does.
   *
   * @param permissive whether of all that is possible the answer counts that allows most, rather
   *     than least
   */
  long[] decide(long[] next, boolean permissive) {
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
