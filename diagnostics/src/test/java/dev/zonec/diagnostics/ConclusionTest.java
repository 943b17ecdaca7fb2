package dev.zonec.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What was not decided never holds, and hides no violation. */
final class ConclusionTest {
  @Test
  void aViolationOutweighsWhatWasNotDecided() {
    assertThat(Conclusion.of(true, false)).isEqualTo(Conclusion.VIOLATED);
    assertThat(Conclusion.of(true, true)).isEqualTo(Conclusion.VIOLATED);
    assertThat(Conclusion.of(false, false)).isEqualTo(Conclusion.INCONCLUSIVE);
    assertThat(Conclusion.of(false, true)).isEqualTo(Conclusion.HOLDS);
  }

  @Test
  void nothingHoldsOfAnIncompleteInput() {
    assertThat(Conclusion.HOLDS.ofInput(false)).isEqualTo(Conclusion.INCONCLUSIVE);
    assertThat(Conclusion.HOLDS.ofInput(true)).isEqualTo(Conclusion.HOLDS);
    assertThat(Conclusion.VIOLATED.ofInput(false)).isEqualTo(Conclusion.VIOLATED);
    assertThat(Conclusion.INCONCLUSIVE.ofInput(true)).isEqualTo(Conclusion.INCONCLUSIVE);
  }
}
