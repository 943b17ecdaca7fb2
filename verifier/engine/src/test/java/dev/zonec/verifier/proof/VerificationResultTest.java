package dev.zonec.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.Conclusion;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An inconclusive claim is never a pass, and never hides a violation. */
final class VerificationResultTest {
  private static final Verdict PROVED = new Verdict.Proved();
  private static final Verdict UNKNOWN = new Verdict.Inconclusive("time ran out", List.of());
  private static final Verdict EMPTY = new Verdict.EmptyParty("web");

  @Test
  void everyClaimMustBeProved() {
    assertThat(conclusion()).isEqualTo(Conclusion.HOLDS);
    assertThat(conclusion(PROVED, PROVED)).isEqualTo(Conclusion.HOLDS);
  }

  @Test
  void anUnknownIsNotAPass() {
    assertThat(conclusion(UNKNOWN)).isEqualTo(Conclusion.INCONCLUSIVE);
    assertThat(conclusion(PROVED, UNKNOWN, PROVED)).isEqualTo(Conclusion.INCONCLUSIVE);
  }

  @Test
  void aViolationOutweighsAnUnknown() {
    assertThat(conclusion(UNKNOWN, EMPTY)).isEqualTo(Conclusion.VIOLATED);
    assertThat(conclusion(EMPTY, UNKNOWN, PROVED)).isEqualTo(Conclusion.VIOLATED);
  }

  private static Conclusion conclusion(Verdict... found) {
    List<ClaimVerdict> verdicts =
        Stream.of(found)
            .map(verdict -> new ClaimVerdict(new Claim.NoUndeclaredConnection(), verdict))
            .toList();
    return new VerificationResult(verdicts, List.of(), List.of(), 0).conclusion();
  }
}
