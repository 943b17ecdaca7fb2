package dev.zonec.verifier.closed.tier;

import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.rules.Chain;
import dev.zonec.kubernetes.rules.ChainRule;
import dev.zonec.verifier.closed.port.PortAtoms;
import dev.zonec.verifier.closed.rule.ChainRows;
import dev.zonec.verifier.closed.rule.GovernedPods;
import dev.zonec.verifier.closed.rule.RuleRows;
import dev.zonec.verifier.closed.subject.ApplyingChain;
import dev.zonec.verifier.closed.subject.TierSubjects;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rules of one tier that apply to one class in one direction. The levels are evaluated in
 * order, and the rules of a chain in order; the first match decides. Chains of one level are tied.
 */
public final class TieredRules {
  private final int size;
  private final boolean acceptWinsTies;
  private final SortedMap<Integer, List<List<TierRule>>> levels = new TreeMap<>();

  /**
   * @param applying the chains of {@code tier} that apply to the class
   * @param pods the facts about the class's pods that rules depend on
   * @param size the number of classes
   */
  public TieredRules(
      TierSubjects tier,
      List<ApplyingChain> applying,
      GovernedPods pods,
      ChainRows rows,
      PortAtoms atoms,
      Reading reading,
      int size) {
    this.size = size;
    this.acceptWinsTies = reading.isPermissive(Knob.EQUAL_PRIORITY_TIES);
    for (ApplyingChain one : applying) {
      Chain chain = tier.chain(one);
      List<TierRule> rules = new ArrayList<>();
      for (ChainRule rule : chain.rules()) {
        RuleRows may = new RuleRows(atoms);
        rows.add(chain, rule, pods, true, may);
        RuleRows must = new RuleRows(atoms);
        if (one.certain()) {
          rows.add(chain, rule, pods, false, must);
        }
        rules.add(new TierRule(rule.action(), may, must));
      }
      levels.computeIfAbsent(one.level(), level -> new ArrayList<>()).add(rules);
    }
  }

  /** Adds the port sets of all rules to {@code sets}. */
  public void addPortSets(Collection<BitSet> sets) {
    for (List<List<TierRule>> level : levels.values()) {
      for (List<TierRule> chain : level) {
        for (TierRule rule : chain) {
          sets.addAll(rule.may().portSets());
          sets.addAll(rule.must().portSets());
        }
      }
    }
  }

  /** Returns the possible actions for connections on ports of {@code atom}. */
  public PossibleActions actions(int atom) {
    PossibleActions all = PossibleActions.nothing(size);
    for (List<List<TierRule>> level : levels.values()) {
      PossibleActions here = ofChain(level.getFirst(), atom);
      for (List<TierRule> chain : level.subList(1, level.size())) {
        here = here.tiedWith(ofChain(chain, atom), acceptWinsTies);
      }
      all.append(here);
    }
    return all;
  }

  private PossibleActions ofChain(List<TierRule> rules, int atom) {
    PossibleActions own = PossibleActions.nothing(size);
    for (TierRule rule : rules) {
      own.apply(rule.action(), rule.may().row(atom, size), rule.must().row(atom, size));
    }
    return own;
  }
}
