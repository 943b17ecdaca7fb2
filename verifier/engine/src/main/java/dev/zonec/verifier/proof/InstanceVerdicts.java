package dev.zonec.verifier.proof;

import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Waiver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Combines the verdicts on the instances of one assertion into one. An assertion of a {@code
 * foreach} has an instance for each namespace; any other assertion has one instance.
 */
final class InstanceVerdicts {
  private final List<ClaimVerdict> verdicts = new ArrayList<>();
  private final Set<Waiver> unused = new LinkedHashSet<>();
  private boolean anyNonEmpty;

  /** Groups the instances of each assertion. */
  static Collection<List<Assertion>> byName(List<Assertion> assertions) {
    Map<String, List<Assertion>> byName = new LinkedHashMap<>();
    assertions.forEach(a -> byName.computeIfAbsent(a.name(), n -> new ArrayList<>()).add(a));
    return byName.values();
  }

  /**
   * Adds the verdict on one instance.
   *
   * @param unusedThere the waivers that excuse nothing in this instance
   */
  void add(ClaimVerdict decided, List<Waiver> unusedThere) {
    if (!(decided.verdict() instanceof Verdict.EmptyParty)) {
      if (anyNonEmpty) {
        unused.retainAll(unusedThere);
      } else {
        unused.addAll(unusedThere);
      }
      anyNonEmpty = true;
    }
    verdicts.add(decided);
  }

  /**
   * Returns the verdict on the assertion: that of the first refuted instance, or else the first
   * inconclusive one. If every instance has an empty party, the verdict says so; otherwise, the
   * assertion is proved, with all waivers that some instance needs, or accepted if some instance
   * is.
   */
  ClaimVerdict ofAssertion() {
    Optional<ClaimVerdict> worst =
        first(Verdict.Refuted.class).or(() -> first(Verdict.Inconclusive.class));
    if (worst.isPresent()) {
      return worst.get();
    }
    List<ClaimVerdict> nonEmpty =
        verdicts.stream().filter(f -> !(f.verdict() instanceof Verdict.EmptyParty)).toList();
    Set<Waiver> used = new LinkedHashSet<>();
    boolean accepted = false;
    for (ClaimVerdict decided : nonEmpty) {
      if (decided.verdict() instanceof Verdict.Waived(var waivers)) {
        used.addAll(waivers);
      } else if (decided.verdict() instanceof Verdict.Accepted(var waivers)) {
        used.addAll(waivers);
        accepted = true;
      }
    }
    ClaimVerdict some = nonEmpty.isEmpty() ? verdicts.getFirst() : nonEmpty.getFirst();
    if (accepted) {
      return new ClaimVerdict(some.claim(), new Verdict.Accepted(List.copyOf(used)));
    }
    return used.isEmpty()
        ? some
        : new ClaimVerdict(some.claim(), new Verdict.Waived(List.copyOf(used)));
  }

  /**
   * Returns the waivers that excuse nothing in any instance. Instances with an empty party do not
   * count.
   */
  Set<Waiver> unused() {
    return unused;
  }

  private Optional<ClaimVerdict> first(Class<? extends Verdict> kind) {
    return verdicts.stream().filter(f -> kind.isInstance(f.verdict())).findFirst();
  }
}
