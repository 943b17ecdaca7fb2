package dev.zonec.verifier.proof;

import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Waiver;
import dev.zonec.verifier.proof.VerificationResult.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The one verdict on an assertion that is made of several namespaces. */
final class InstanceVerdicts {
  private final List<Finding> findings = new ArrayList<>();
  private final Set<Waiver> unused = new LinkedHashSet<>();
  private boolean anyNonEmpty;

  /** {@code assertions}, those of one name together. */
  static Collection<List<Assertion>> byName(List<Assertion> assertions) {
    Map<String, List<Assertion>> byName = new LinkedHashMap<>();
    assertions.forEach(a -> byName.computeIfAbsent(a.name(), n -> new ArrayList<>()).add(a));
    return byName.values();
  }

  /** Adds what came of one instance. */
  void add(Finding finding, List<Waiver> unusedThere) {
    if (!(finding.verdict() instanceof Verdict.EmptyParty)) {
      if (anyNonEmpty) {
        unused.retainAll(unusedThere);
      } else {
        unused.addAll(unusedThere);
      }
      anyNonEmpty = true;
    }
    findings.add(finding);
  }

  /**
   * The first refuted one; else the first that is not decided; else what says nothing, if all do;
   * else proved, with whatever waivers some instance needs.
   */
  Finding finding() {
    Optional<Finding> worst =
        first(Verdict.Refuted.class).or(() -> first(Verdict.Inconclusive.class));
    if (worst.isPresent()) {
      return worst.get();
    }
    List<Finding> nonEmpty =
        findings.stream().filter(f -> !(f.verdict() instanceof Verdict.EmptyParty)).toList();
    Set<Waiver> used = new LinkedHashSet<>();
    for (Finding finding : nonEmpty) {
      if (finding.verdict() instanceof Verdict.Waived(var waivers)) {
        used.addAll(waivers);
      }
    }
    Finding some = nonEmpty.isEmpty() ? findings.getFirst() : nonEmpty.getFirst();
    return used.isEmpty() ? some : new Finding(some.claim(), new Verdict.Waived(List.copyOf(used)));
  }

  /** The waivers that take nothing out of any instance. */
  Set<Waiver> unused() {
    return unused;
  }

  private Optional<Finding> first(Class<? extends Verdict> kind) {
    return findings.stream().filter(f -> kind.isInstance(f.verdict())).findFirst();
  }
}
