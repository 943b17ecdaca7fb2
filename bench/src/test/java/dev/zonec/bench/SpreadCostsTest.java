package dev.zonec.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.zonec.bench.Schedule.Rule;
import dev.zonec.bench.SpreadCosts.Way;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Simulated runs of a recording that can be computed by hand. */
final class SpreadCostsTest {
  /** One byte takes a millisecond. */
  private static final double SLOW = 1_000;

  private static final ProofRecording RECORDING =
      new ProofRecording(
          "by hand",
          new ProofRecording.Stages(200, 10, 20, 60, 5, 3, 2, 9, 1),
          List.of(
              new RecordedObligation("a", false, 40_000, 4, 6, 2_000),
              new RecordedObligation("a", false, 10_000, 1, 2, 1_000),
              new RecordedObligation("b", false, 20_000, 2, 3, 1_000),
              new RecordedObligation("b", true, 30_000, 9, 50, 70_000)));

  @Test
  void policiesAreSent() {
    SpreadCosts.Run run = new SpreadCosts(Way.POLICIES, SLOW, 1).run(RECORDING, Rule.ARRIVAL, 2);
    assertThat(run.alone()).isEqualTo(10 + 20 + 30 + 70);
    assertThat(run.sequential()).isEqualTo(10 + 20 + 30);
    assertThat(run.start()).isEqualTo(5 + 2 * (3 + 2));
    assertThat(run.schedule().busy()).containsExactly(45.0, 12.0 + 23.0);
    assertThat(run.makespan()).isEqualTo(60 + 15 + 45);
    assertThat(run.speedup()).isCloseTo(130.0 / 120, within(1e-9));
    assertThat(run.sequentialPart()).isEqualTo(0.5);
    assertThat(run.bound()).isCloseTo(130.0 / 60, within(1e-9));
  }

  @Test
  void digestsAreComputedOnOneMachine() {
    SpreadCosts.Run run = new SpreadCosts(Way.DIGESTS, SLOW, 1).run(RECORDING, Rule.ARRIVAL, 2);
    assertThat(run.sequential()).isEqualTo(10 + 60);
    assertThat(run.schedule().busy()).containsExactly(45.0, 35.0);
  }

  @Test
  void textsAreWrittenOnOneMachine() {
    SpreadCosts.Run run = new SpreadCosts(Way.TEXTS, SLOW, 1).run(RECORDING, Rule.ARRIVAL, 2);
    assertThat(run.sequential()).isEqualTo(60 + 4);
    assertThat(run.start()).isEqualTo(2);
    assertThat(run.schedule().busy()).containsExactly(47.0, 13.0 + 24.0);
  }

  @Test
  void aGroupIsAskedForOnce() {
    SpreadCosts costs = new SpreadCosts(Way.POLICIES, SLOW, 1);
    assertThat(costs.run(RECORDING, Rule.LONGEST_GROUP_FIRST, 2).schedule().busy())
        .containsExactly(56.0, 23.0);
    assertThat(costs.run(RECORDING, Rule.HASH_OF_GROUP, 1).schedule().busy())
        .containsExactly(44.0 + 11.0 + 22.0);
  }
}
