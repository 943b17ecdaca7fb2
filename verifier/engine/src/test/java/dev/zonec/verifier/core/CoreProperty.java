package dev.zonec.verifier.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Disjointness;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.ClaimVerdict;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.proof.VerificationResult;
import dev.zonec.verifier.random.RandomCase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/**
 * In small random worlds, what a claim rests on equals what trying all sets of elements gives: the
 * set proves the claim, no element can be left out, and no set with fewer elements proves it if the
 * result says so.
 */
final class CoreProperty {
  /** The most elements of which all small sets are tried. */
  private static final int MOST = 9;

  @Property(
      tries = 120,
      seed = "7700123",
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.OFF)
  void resultsEqualThoseOfTryingAllSets(@ForAll long seed) {
    RandomCase random = new RandomCase(seed, true);
    World world = random.world();
    Verification verification =
        new Verification(
            // Half of the worlds have only NetworkPolicies, so that results can be smallest sets.
            (seed & 1) == 0 ? world : world.withClusterPolicies(List.of()),
            random.program(),
            random.reading(),
            Deadline.in(Duration.ofMinutes(5)),
            List.of());
    VerificationResult result = verification.run();
    ClaimVerdict chosen = chosen(result, new Random(seed));
    Core core = CoreSearch.of(verification, chosen.claim(), result.assumed());
    boolean holds = chosen.verdict().holds();
    assertThat(core instanceof Core.Found).as("%s", chosen.claim()).isEqualTo(holds);
    if (core instanceof Core.Found found) {
      compare(verification, result.assumed(), found);
    } else {
      assertThat(((Core.NotProved) core).verdict().getClass())
          .isEqualTo(chosen.verdict().getClass());
    }
  }

  /** Returns a claim; most often one that holds, and often one about paths. */
  private static ClaimVerdict chosen(VerificationResult result, Random choices) {
    List<ClaimVerdict> all =
        result.verdicts().stream().filter(each -> isExplained(each.claim())).toList();
    List<ClaimVerdict> holding = all.stream().filter(each -> each.verdict().holds()).toList();
    List<ClaimVerdict> some = holding.isEmpty() || choices.nextInt(10) == 0 ? all : holding;
    List<ClaimVerdict> paths =
        some.stream()
            .filter(
                each ->
                    each.claim() instanceof Claim.Asserted(Assertion assertion)
                        && assertion instanceof Assertion.NoPath)
            .toList();
    List<ClaimVerdict> among = paths.isEmpty() || choices.nextInt(3) > 0 ? some : paths;
    return among.get(choices.nextInt(among.size()));
  }

  private static boolean isExplained(Claim claim) {
    return !(claim instanceof Claim.NoUndeclaredPath) && !(claim instanceof Claim.NoSharedPod);
  }

  private static void compare(
      Verification verification, List<Disjointness.Pair> assumed, Core.Found found) {
    Elements elements = new Elements(verification, found.claim(), assumed);
    List<Element> all = elements.all();
    Set<Element> core = new LinkedHashSet<>();
    found.elements().forEach(needed -> core.add(needed.element()));
    Predicate<Set<Element>> proves =
        kept -> {
          Set<Element> without = new LinkedHashSet<>(all);
          without.removeAll(kept);
          return new Remainder(verification, without).verification().verdict(found.claim()).holds();
        };
    assertThat(found.complete()).isTrue();
    assertThat(proves.test(core)).as("%s from %s", found.claim(), core).isTrue();
    for (Core.Needed needed : found.elements()) {
      Set<Element> rest = new LinkedHashSet<>(core);
      rest.remove(needed.element());
      assertThat(proves.test(rest)).as("%s without %s", found.claim(), needed.element()).isFalse();
      Set<Element> others = new LinkedHashSet<>(all);
      others.remove(needed.element());
      assertThat(proves.test(others))
          .as("%s without only %s", found.claim(), needed.element())
          .isEqualTo(needed.evidence() instanceof Core.Evidence.WithOthers);
    }
    boolean compared = all.size() <= MOST && found.extent() != Core.Extent.MINIMAL;
    if (compared) {
      for (Set<Element> other : subsets(all)) {
        boolean smaller = other.size() < core.size();
        boolean differs = found.extent() == Core.Extent.ONLY && !other.containsAll(core);
        if (smaller || (differs && other.size() <= core.size() + 1)) {
          assertThat(proves.test(other)).as("%s from %s", found.claim(), other).isFalse();
        }
      }
    }
    count(elements, found, core, compared);
  }

  private static List<Set<Element>> subsets(List<Element> all) {
    List<Set<Element>> subsets = new ArrayList<>();
    for (int chosen = 0; chosen < 1 << all.size(); chosen++) {
      Set<Element> some = new LinkedHashSet<>();
      for (int i = 0; i < all.size(); i++) {
        if ((chosen >> i & 1) == 1) {
          some.add(all.get(i));
        }
      }
      subsets.add(some);
    }
    return subsets;
  }

  /** Counts the kinds of results, because a kind that never occurs is not tested. */
  private static void count(
      Elements elements, Core.Found found, Set<Element> core, boolean compared) {
    countSome("compared with all sets", compared && !core.isEmpty());
    countSome("several elements", core.size() > 1);
    countSome("of a claim that requires", Elements.requires(found.claim()) && !core.isEmpty());
    countSome("not monotone", !elements.areMonotone() && !core.isEmpty());
    countSome("the only set", found.extent() == Core.Extent.ONLY && !core.isEmpty());
    countSome("one of several sets", found.extent() == Core.Extent.SMALLEST);
    countSome("isolation", core.stream().anyMatch(Element.Isolation.class::isInstance));
    countSome("rules", core.stream().anyMatch(Element.Admission.class::isInstance));
    countSome("cluster rules", core.stream().anyMatch(Element.OfCluster.class::isInstance));
    countSome(
        "paths",
        found.elements().stream()
            .anyMatch(
                needed ->
                    needed.evidence() instanceof Core.Evidence.Alone(Verdict.Refuted(var shown))
                        && shown.getFirst().hops().size() > 1));
  }

  private static void countSome(String label, boolean is) {
    Statistics.label(label)
        .collect(is)
        .coverage(coverage -> coverage.check(true).count(count -> count > 0));
  }
}
