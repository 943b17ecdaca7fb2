package dev.zonec.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.Waiver;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.random.RandomCase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/**
 * Verdicts equal the result of listing every end. The random worlds are so small that two ends of
 * each kind that policies can tell apart represent all ends.
 */
final class BruteForceTest {
  @Property(tries = 60)
  void verdictsEqualTheResultOfListingEveryEnd(@ForAll long seed) {
    compare(seed);
  }

  /** Some kinds of verdict are rare, so this test uses fixed seeds that contain each of them. */
  @Property(tries = 80, seed = "4328676830319468349")
  void everyKindOfVerdictOccurs(@ForAll long seed) {
    countKinds(compare(seed));
  }

  private static VerificationResult compare(long seed) {
    RandomCase random = new RandomCase(seed, true);
    World world = random.world();
    ZoneProgram program = random.program();
    Reading reading = random.reading();
    VerificationResult result =
        new Verification(world, program, reading, Deadline.in(Duration.ofMinutes(5)), List.of())
            .runBothWays();
    Listing listing = new Listing(world, program, reading);
    assertThat(result.assumed()).as("assumed").isEqualTo(listing.assumed);
    List<Disjointness.Pair> refused = new ArrayList<>();
    List<Waiver> unused = new ArrayList<>();
    for (ClaimVerdict decided : result.verdicts()) {
      if (decided.claim() instanceof Claim.NoSharedPod(var pair)) {
        assertThat(decided.verdict()).isInstanceOf(Verdict.EmptyParty.class);
        refused.add(pair);
        continue;
      }
      if (decided.verdict() instanceof Verdict.EmptyParty) {
        continue;
      }
      switch (decided.claim()) {
        case Claim.NoUndeclaredConnection claim ->
            assertThat(proved(decided)).as("no extra").isEqualTo(listing.noExtra());
        case Claim.NoBlockedFlow claim ->
            assertThat(proved(decided)).as("nothing missing").isEqualTo(listing.nothingMissing());
        case Claim.FreeEndsAdmit claim ->
            assertThat(proved(decided)).as("left free").isEqualTo(listing.isFree());
        case Claim.NoUndeclaredPath claim -> {
          if (decided.verdict() instanceof Verdict.Proved) {
            assertThat(listing.noUndeclaredPath()).as("no undeclared path").isTrue();
          }
          if (decided.verdict() instanceof Verdict.Refuted) {
            assertThat(listing.noUndeclaredPath()).as("an undeclared path").isFalse();
          }
        }
        case Claim.NoSharedPod shared -> throw new AssertionError("looked at already");
        case Claim.Asserted(Assertion assertion) -> {
          List<Waiver> waivers =
              program.waivers().stream()
                  .filter(w -> w.assertion().equals(assertion.name()))
                  .toList();
          List<Waiver> used =
              waivers.stream().filter(w -> listing.excusesSomething(assertion, w)).toList();
          assertThat(decided.verdict()).isNotInstanceOf(Verdict.Inconclusive.class);
          boolean holds = listing.holds(assertion, waivers);
          if (holds && !used.isEmpty()) {
            assertThat(decided.verdict()).as("%s", assertion).isEqualTo(new Verdict.Waived(used));
          } else {
            assertThat(proved(decided)).as("%s", assertion).isEqualTo(holds);
          }
          waivers.stream().filter(w -> !used.contains(w)).forEach(unused::add);
        }
      }
    }
    assertThat(result.unusedWaivers()).as("unused").isEqualTo(unused);
    assertThat(refused).as("refused").isEqualTo(listing.refused());
    return result;
  }

  /** Counts the kinds of claims and verdicts, because a kind that never occurs is not tested. */
  private static void countKinds(VerificationResult result) {
    boolean waivedConnections = false;
    boolean waivedPaths = false;
    boolean brokenTiers = false;
    for (ClaimVerdict decided : result.verdicts()) {
      if (decided.claim() instanceof Claim.Asserted(Assertion assertion)) {
        boolean waived = decided.verdict() instanceof Verdict.Waived;
        waivedPaths |= waived && assertion instanceof Assertion.NoPath;
        waivedConnections |= waived && !(assertion instanceof Assertion.NoPath);
        brokenTiers |=
            decided.verdict() instanceof Verdict.Refuted
                && assertion instanceof Assertion.TiersAdjacent;
      }
    }
    countSome("waived connections", waivedConnections);
    countSome("waived paths", waivedPaths);
    countSome("broken tiers", brokenTiers);
    countSome("unused waivers", !result.unusedWaivers().isEmpty());
    countSome("assumed", !result.assumed().isEmpty());
  }

  private static void countSome(String label, boolean is) {
    Statistics.label(label)
        .collect(is)
        .coverage(coverage -> coverage.check(true).count(count -> count > 0));
  }

  private static boolean proved(ClaimVerdict decided) {
    assertThat(decided.verdict()).isNotInstanceOf(Verdict.Inconclusive.class);
    return decided.verdict() instanceof Verdict.Proved;
  }
}
