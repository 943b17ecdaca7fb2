package dev.zonec.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.z3.Global;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.quotient.SettableLabels;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.quotient.VocabularyBuilder;
import dev.zonec.verifier.random.RandomCase;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A solver that gives up proves nothing: with a limit of the solver's resources, no claim is proved
 * that is refuted without it.
 */
final class UnknownIsNoProofTest {
  private static final int WORLDS = 12;

  @AfterEach
  void removeLimit() {
    limit(0);
  }

  @Test
  void whatASolverGivesUpIsNotProved() {
    int refuted = 0;
    int inconclusive = 0;
    for (long seed = 0; seed < WORLDS; seed++) {
      limit(0);
      Map<String, Verdict> known = verdicts(seed);
      limit(1);
      Map<String, Verdict> limited = verdicts(seed);
      for (Map.Entry<String, Verdict> each : limited.entrySet()) {
        Verdict verdict = each.getValue();
        if (known.get(each.getKey()) instanceof Verdict.Refuted) {
          refuted++;
          assertThat(verdict.holds()).as("%s of seed %d", each.getKey(), seed).isFalse();
        }
        inconclusive += verdict instanceof Verdict.Inconclusive ? 1 : 0;
      }
    }
    assertThat(refuted).isGreaterThan(WORLDS);
    assertThat(inconclusive).isGreaterThan(WORLDS);
  }

  /** The same for a search level by level. */
  @Test
  void withoutAStepThatIsGivenUpThereCanBeAPath() {
    int found = 0;
    int unknown = 0;
    for (long seed = 0; seed < 4 * WORLDS; seed++) {
      limit(0);
      PathFinder.Result known = byLevels(seed);
      limit(1);
      PathFinder.Result limited = byLevels(seed);
      if (known instanceof PathFinder.Result.Path) {
        found++;
        assertThat(limited).as("seed %d", seed).isNotInstanceOf(PathFinder.Result.None.class);
      }
      unknown += limited instanceof PathFinder.Result.Unknown ? 1 : 0;
    }
    assertThat(found).isPositive();
    assertThat(unknown).isPositive();
  }

  private static PathFinder.Result byLevels(long seed) {
    RandomCase random = new RandomCase(seed, false);
    World world = random.world();
    ZoneProgram program = random.program();
    Vocabulary vocabulary =
        new VocabularyBuilder().add(world).add(program).build(program.cluster(), false);
    ExcludedPods none = new ExcludedPods(List.of());
    Relations relations =
        new Relations(new BoxSpace(vocabulary), program, world, Reading.MAY, none);
    PathQuestion question =
        program.assertions().stream()
            .filter(assertion -> assertion instanceof Assertion.NoPath)
            .map(assertion -> PathQuestion.of((Assertion.NoPath) assertion))
            .findFirst()
            .orElseThrow();
    try (Z3Checker checker = new Z3Checker(vocabulary, List.of(), Deadline.never())) {
      Replay replay =
          new Replay(
              world, program, Reading.MAY, none, new WornLabels(vocabulary, SettableLabels.NONE));
      return new PathFinder(relations, List.of(), checker, replay, Deadline.never())
          .byLevels(question.formulas(relations), question.within());
    }
  }

  /** Limits what solvers do that are created later; 0 is no limit. */
  private static void limit(int resources) {
    Global.setParameter("rlimit", String.valueOf(resources));
  }

  private static Map<String, Verdict> verdicts(long seed) {
    RandomCase random = new RandomCase(seed, false);
    World world = random.world();
    ZoneProgram program = random.program();
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    new Verification(world, program, Reading.MAY, Deadline.never(), List.of())
        .run()
        .verdicts()
        .forEach(each -> verdicts.put(each.claim().key(), each.verdict()));
    return verdicts;
  }
}
