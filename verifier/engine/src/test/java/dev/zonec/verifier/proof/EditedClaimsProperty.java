package dev.zonec.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.random.RandomCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * A claim that an edit of policies is proved to keep is proved about the edited policies from the
 * start. Each claim is kept alone, so that no other claim notices what its proof misses.
 */
final class EditedClaimsProperty {
  private static final int EDITS = 6;

  private static int kept;
  private static int lost;

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void keptClaimsAreProved(@ForAll long seed) {
    RandomCase given = new RandomCase(seed, false);
    Random random = new Random(seed);
    World world = given.world();
    ZoneProgram program = withoutWaivers(given.program());
    Reading may = given.reading();
    Verification before = verification(world, program, may);
    List<ProvedParts> parts = new ArrayList<>();
    Map<String, Verdict> verdicts = verdicts(before.run(parts::add));
    List<Policy> others = new RandomCase(seed + 1000, false).world().policies();
    for (int i = 0; i < EDITS; i++) {
      World edited = world.withPolicies(edited(world.policies(), others, random));
      PolicyEdit edit = PolicyEdit.between(world, edited);
      Map<String, Verdict> now = verdicts(verification(edited, program, may).run());
      for (String claim : new TreeSet<>(verdicts.keySet())) {
        if (isAlone(claim) && verdicts.get(claim) instanceof Verdict.Proved) {
          if (isKept(before, parts, claim, edit)) {
            assertThat(now.get(claim))
                .as(() -> claim + " of " + program + " about " + edited)
                .isInstanceOf(Verdict.Proved.class);
            kept++;
          } else {
            lost += now.get(claim) instanceof Verdict.Proved ? 0 : 1;
          }
        }
      }
    }
  }

  private static Verification verification(World world, ZoneProgram program, Reading may) {
    return new Verification(world, program, may, Deadline.never(), List.of());
  }

  private static ZoneProgram withoutWaivers(ZoneProgram program) {
    return new ZoneProgram(
        program.module(),
        program.zones(),
        program.externals(),
        program.flows(),
        program.assertions(),
        program.defaults(),
        program.cluster(),
        program.namespacesDeclared(),
        program.trust(),
        program.disjoint(),
        List.of(),
        program.patterns());
  }

  private static Map<String, Verdict> verdicts(VerificationResult result) {
    Map<String, Verdict> verdicts = new TreeMap<>();
    result.verdicts().forEach(each -> verdicts.put(each.claim().key(), each.verdict()));
    return verdicts;
  }

  /** Whether a proof keeps the claim itself. The claim about paths follows from another one. */
  private static boolean isAlone(String claim) {
    return !claim.equals(new Claim.NoUndeclaredPath().key());
  }

  private static boolean isKept(
      Verification before, List<ProvedParts> parts, String claim, PolicyEdit edit) {
    for (ProvedParts each : parts) {
      try (ProvedRun run = new ProvedRun(before, each, Set.of(claim))) {
        if (run.after(edit, Deadline.never()).isEmpty()) {
          return false;
        }
      }
    }
    return true;
  }

  /** Removes, replaces and adds policies. */
  private static List<Policy> edited(List<Policy> policies, List<Policy> others, Random random) {
    List<Policy> edited = new ArrayList<>(policies);
    int changes = 1 + random.nextInt(2);
    for (int i = 0; i < changes; i++) {
      if (!edited.isEmpty() && random.nextInt(3) > 0) {
        int at = random.nextInt(edited.size());
        Policy policy = edited.remove(at);
        if (!others.isEmpty() && random.nextBoolean()) {
          Policy other = others.get(random.nextInt(others.size()));
          edited.add(policy.withRules(other.ingress(), other.egress()));
        }
      } else if (!others.isEmpty()) {
        edited.add(others.get(random.nextInt(others.size())));
      }
    }
    return edited.stream().sorted(Policy.ORDER).toList();
  }

  /** Checks that both results occur, because otherwise the property would say little. */
  @AfterContainer
  static void bothResultsOccur() {
    assertThat(kept).as("kept").isGreaterThan(100);
    assertThat(lost).as("lost").isPositive();
  }
}
