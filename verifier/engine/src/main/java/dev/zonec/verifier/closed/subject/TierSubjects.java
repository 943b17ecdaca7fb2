package dev.zonec.verifier.closed.subject;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.rules.Chain;
import dev.zonec.kubernetes.rules.RuleTier;
import dev.zonec.verifier.closed.bits.BitRow;
import dev.zonec.verifier.closed.bits.IntList;
import dev.zonec.verifier.closed.equivalence.EquivalenceClasses;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds the chains of one tier and direction that apply to each class.
 *
 * <p>If the tier {@linkplain RuleTier#isolates isolates}, the chains that deny everything are not
 * listed; the classes that they apply to are marked as isolated.
 */
public final class TierSubjects {
  private final List<List<Chain>> levels = new ArrayList<>();
  private final List<List<ApplyingChain>> byClass = new ArrayList<>();
  private final BitSet isolated = new BitSet();

  private final CommonRules common = new CommonRules();
  private final List<List<CommonRules.Divided>> divided = new ArrayList<>();
  private final boolean isolates;
  private final RuleTier tier;

  /**
   * @param isolates whether the tier isolates ({@link #isIsolating})
   */
  TierSubjects(
      RuleTier tier,
      boolean isolates,
      Direction direction,
      EquivalenceClasses classes,
      SubjectClasses subjects) {
    this.tier = tier;
    this.isolates = isolates;
    for (int c = 0; c < classes.size(); c++) {
      byClass.add(List.of());
    }
    for (int level = 0; level < tier.levels().size(); level++) {
      List<Chain> chains = tier.levels().get(level).chains(direction);
      levels.add(chains);
      boolean isDenyLevel = isolates && level == tier.levels().size() - 1;
      boolean alternatives = isolates && !isDenyLevel;
      divided.add(alternatives ? chains.stream().map(common::divide).toList() : List.of());
      for (int chain = 0; chain < chains.size(); chain++) {
        addAll(level, chain, isDenyLevel, classes, subjects);
      }
    }
  }

  /**
   * Whether {@code tier} isolates, and all subjects are in namespaces that are given by name, so
   * that the classes they select are certain.
   */
  public static boolean isIsolating(RuleTier tier) {
    return !tier.levels().isEmpty() && tier.isolates() && tier.isLocal();
  }

  private void addAll(
      int level,
      int number,
      boolean isDenyLevel,
      EquivalenceClasses classes,
      SubjectClasses subjects) {
    Chain chain = levels.get(level).get(number);
    IntList may = subjects.possible(chain.subject());
    BitRow certain = isolates ? BitRow.empty(0) : certain(chain, classes);
    ApplyingChain certainChain = new ApplyingChain(level, number, true);
    ApplyingChain possibleChain = new ApplyingChain(level, number, false);
    for (int i = 0; i < may.size(); i++) {
      int c = may.get(i);
      if (!chain.hostNetwork() && classes.representative(c).hostNetwork()) {
        continue;
      }
      if (isDenyLevel) {
        isolated.set(c);
      } else {
        add(c, isolates || certain.get(c) ? certainChain : possibleChain);
      }
    }
  }

  private static BitRow certain(Chain chain, EquivalenceClasses classes) {
    IntList subjects = classes.subjects(chain.subject(), false);
    BitRow row = BitRow.empty(classes.size());
    for (int i = 0; i < subjects.size(); i++) {
      row.set(subjects.get(i));
    }
    return row;
  }

  private void add(int c, ApplyingChain applying) {
    if (byClass.get(c).isEmpty()) {
      byClass.set(c, new ArrayList<>());
    }
    byClass.get(c).add(applying);
  }

  /** Returns the tier. */
  public RuleTier tier() {
    return tier;
  }

  /** Whether the tier isolates classes. */
  public boolean isolates() {
    return isolates;
  }

  /** Returns the chains that apply, or may apply, to class {@code c}, in order. */
  public List<ApplyingChain> of(int c) {
    return byClass.get(c);
  }

  /** Whether the tier isolates class {@code c}. */
  public boolean isIsolated(int c) {
    return isolated.get(c);
  }

  /**
   * Returns the rules of {@code applying}, in an isolating tier, as chains. Rules that several
   * chains have in common occur once.
   */
  public List<Chain> alternatives(List<ApplyingChain> applying) {
    List<Chain> chains = new ArrayList<>();
    BitSet seen = new BitSet();
    for (ApplyingChain one : applying) {
      CommonRules.Divided rules = divided.get(one.level()).get(one.chain());
      chains.add(rules.own());
      if (!seen.get(rules.common())) {
        seen.set(rules.common());
        chains.add(common.common(rules.common()));
      }
    }
    return chains;
  }

  /** Returns the chain that {@code applying} refers to. */
  public Chain chain(ApplyingChain applying) {
    return levels.get(applying.level()).get(applying.chain());
  }
}
