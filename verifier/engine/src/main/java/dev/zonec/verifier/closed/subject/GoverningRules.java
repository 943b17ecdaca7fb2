package dev.zonec.verifier.closed.subject;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.rules.PolicySet;
import dev.zonec.kubernetes.rules.RuleTier;
import dev.zonec.kubernetes.rules.TierName;
import dev.zonec.verifier.closed.equivalence.EquivalenceClasses;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The chains that apply to each class, by direction and tier. */
public final class GoverningRules {
  private final Map<Direction, List<TierSubjects>> tiers = new EnumMap<>(Direction.class);

  /** Matches all chains of {@code rules} to {@code classes}. */
  public GoverningRules(PolicySet rules, EquivalenceClasses classes) {
    SubjectClasses subjects = new SubjectClasses(classes);
    for (Direction direction : Direction.values()) {
      tiers.put(direction, new ArrayList<>());
    }
    for (RuleTier tier : rules.tiers()) {
      boolean isolates = TierSubjects.isIsolating(tier);
      tiers.forEach(
          (direction, ofDirection) ->
              ofDirection.add(new TierSubjects(tier, isolates, direction, classes, subjects)));
    }
  }

  /** Returns the tiers in order. */
  public List<TierSubjects> tiers(Direction direction) {
    return Objects.requireNonNull(tiers.get(direction));
  }

  /** Whether the tier called {@code name} isolates class {@code c} in {@code direction}. */
  public boolean isIsolated(TierName name, Direction direction, int c) {
    return tiers(direction).stream()
        .anyMatch(tier -> tier.tier().name() == name && tier.isIsolated(c));
  }
}
