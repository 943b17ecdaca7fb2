package dev.zonec.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.random.RandomCase;
import dev.zonec.verifier.smt.ImpossibleQuestions;
import dev.zonec.verifier.smt.QuestionKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Verdicts do not depend on what earlier runs have proved. All cases share what is known, so a key
 * that two different questions had would show as a wrong verdict.
 */
final class KnownQuestionsProperty {
  private static final Shared KNOWN = new Shared();
  private static int fromOtherCases;

  /** Remembers the questions of all cases. */
  private static final class Shared implements ImpossibleQuestions {
    private final Set<QuestionKey> keys = new HashSet<>();
    private int answered;
    private int added;

    @Override
    public synchronized boolean contains(QuestionKey question) {
      boolean known = keys.contains(question);
      answered += known ? 1 : 0;
      return known;
    }

    @Override
    public synchronized void add(QuestionKey question) {
      keys.add(question);
      added++;
    }
  }

  @Property(tries = 50)
  void verdictsAreTheSame(@ForAll long seed) {
    RandomCase random = new RandomCase(seed, false);
    World world = random.world();
    ZoneProgram program = random.program();
    Reading may = random.reading();
    Verification verification = new Verification(world, program, may, Deadline.never(), List.of());
    List<String> alone = told(verification);
    int before = KNOWN.answered;
    assertThat(told(verification.knowing(KNOWN))).isEqualTo(alone);
    fromOtherCases += KNOWN.answered - before;
    int added = KNOWN.added;
    assertThat(told(verification.knowing(KNOWN))).isEqualTo(alone);
    assertThat(KNOWN.added).as("questions proved again").isEqualTo(added);
  }

  /**
   * Returns the verdicts, with the kind and the length of each counterexample. Its pods are those
   * of a model of the solver, which depends on the questions before.
   */
  private static List<String> told(Verification verification) {
    return verification.runBothWays().verdicts().stream()
        .map(verdict -> verdict.claim() + ": " + told(verdict.verdict()))
        .toList();
  }

  private static String told(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Refuted(var found) -> "refuted: " + told(found);
      case Verdict.Inconclusive(var reason, var found) -> reason + ": " + told(found);
      default -> verdict.toString();
    };
  }

  private static List<String> told(List<Counterexample> found) {
    return found.stream().map(one -> one.getClass().getSimpleName() + one.hops().size()).toList();
  }

  @AfterContainer
  static void casesHaveQuestionsInCommon() {
    assertThat(fromOtherCases).isPositive();
  }
}
