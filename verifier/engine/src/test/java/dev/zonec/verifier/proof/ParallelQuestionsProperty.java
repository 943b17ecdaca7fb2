package dev.zonec.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.quotient.VocabularyBuilder;
import dev.zonec.verifier.random.RandomCase;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.ParallelQuestions;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** Several solvers find the same questions impossible as one solver, in any order. */
final class ParallelQuestionsProperty {
  private static int impossible;
  private static int possible;

  @Property(tries = 60)
  void answersAreThoseOfOneSolver(@ForAll long seed) {
    int processors = 1 + new Random(seed).nextInt(5);
    RandomCase random = new RandomCase(seed, false);
    World world = random.world();
    ZoneProgram program = random.program();
    Reading may = random.reading();
    Vocabulary vocabulary =
        new Verification(world, program, may, Deadline.never(), List.of()).vocabulary();
    Relations relations =
        new Relations(new BoxSpace(vocabulary), program, world, may, new ExcludedPods(List.of()));
    List<Formula> questions = new ArrayList<>();
    new UndeclaredConnections(relations)
        .all()
        .forEach(each -> questions.add(each.sufficient().orElseThrow()));
    BlockedFlowProof.obligations(relations).forEach(each -> questions.add(each.formula()));
    try (Z3Checker checker = new Z3Checker(vocabulary, List.of(), Deadline.never());
        ParallelQuestions parallel = new ParallelQuestions(checker, processors, 1)) {
      checker.assume(Formula.in(Formula.End.SOURCE, program.zones()));
      BitSet expected = new BitSet();
      for (int i = 0; i < questions.size(); i++) {
        expected.set(i, checker.isSeparatelyImpossible(questions.get(i)));
      }
      for (int round = 1; round <= 2; round++) {
        assertThat(parallel.impossible(questions.size(), questions::get)).isEqualTo(expected);
        assertThat(parallel.questions()).isEqualTo(round * questions.size());
      }
      impossible += expected.cardinality();
      possible += questions.size() - expected.cardinality();
    }
  }

  @AfterContainer
  static void bothAnswersOccur() {
    assertThat(impossible).isPositive();
    assertThat(possible).isPositive();
  }

  private static Z3Checker checker(Deadline deadline) {
    return new Z3Checker(
        new VocabularyBuilder().build(Cluster.UNDECLARED, false), List.of(), deadline);
  }

  @Example
  void nothingIsImpossibleAfterTheDeadline() {
    try (Z3Checker checker = checker(Deadline.when(() -> true));
        ParallelQuestions parallel = new ParallelQuestions(checker, 2, 1)) {
      assertThat(parallel.impossible(20, i -> Formula.any()).isEmpty()).isTrue();
    }
  }

  @Example
  void fewQuestionsAreAnsweredByTheCallersSolver() {
    try (Z3Checker checker = checker(Deadline.never());
        ParallelQuestions parallel = new ParallelQuestions(checker, 2, 10)) {
      assertThat(parallel.impossible(9, i -> i % 2 == 0 ? Formula.any() : Formula.all()))
          .isEqualTo(BitSet.valueOf(new long[] {0b101010101}));
      assertThat(parallel.questions()).isZero();
      assertThat(checker.questions()).isEqualTo(9);
      parallel.impossible(10, i -> Formula.any());
      parallel.impossible(1, i -> Formula.any());
      assertThat(parallel.questions()).isEqualTo(11);
      assertThat(checker.questions()).isEqualTo(9);
    }
  }

  @Example
  void anInterruptedThreadProvesNothing() {
    AtomicInteger asked = new AtomicInteger();
    try (Z3Checker checker = checker(Deadline.never());
        ParallelQuestions parallel = new ParallelQuestions(checker, 2, 1)) {
      Thread.currentThread().interrupt();
      BitSet found =
          parallel.impossible(
              1_000_000,
              i -> {
                asked.incrementAndGet();
                return Formula.any();
              });
      assertThat(Thread.interrupted()).isTrue();
      assertThat(found.isEmpty()).isTrue();
      // The threads take no more questions, so those of the next call are answered soon.
      assertThat(parallel.impossible(3, i -> Formula.any()).cardinality()).isEqualTo(3);
      assertThat(asked.get()).isLessThan(1_000_000);
    }
  }

  @Example
  void aFailureOfOneThreadIsTheFailureOfAll() {
    try (Z3Checker checker = checker(Deadline.never());
        ParallelQuestions parallel = new ParallelQuestions(checker, 3, 1)) {
      assertThatThrownBy(
              () ->
                  parallel.impossible(
                      100,
                      i -> {
                        if (i == 17) {
                          throw new IllegalArgumentException("seventeen");
                        }
                        return Formula.any();
                      }))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("seventeen");
      assertThat(parallel.impossible(3, i -> Formula.any()).cardinality()).isEqualTo(3);
    }
  }
}
