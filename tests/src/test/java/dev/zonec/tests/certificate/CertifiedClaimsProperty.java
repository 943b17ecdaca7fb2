package dev.zonec.tests.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.random.RandomCase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each claim that the engine proves in a random world is confirmed by SMTInterpol, by a computation
 * from the text of the invariants, and by the checker. {@code -Dzonec.certificates=20000} confirms
 * more obligations, and {@code -Dzonec.world} is the first seed.
 */
final class CertifiedClaimsProperty {
  private static final int OBLIGATIONS = Integer.getInteger("zonec.certificates", 600);
  private static final long FIRST = Long.getLong("zonec.world", 0);

  @Test
  void provedClaimsAreConfirmed() {
    CertifiedClaims confirmed = new CertifiedClaims();
    long seed = FIRST;
    while (confirmed.obligations() < OBLIGATIONS) {
      confirm(seed, confirmed);
      seed++;
    }
    System.out.printf(
        "%d worlds: %d claims, %d obligations, %d invariants%n",
        seed - FIRST, confirmed.claims(), confirmed.obligations(), confirmed.invariants());
    assertThat(confirmed.claims()).isGreaterThan(OBLIGATIONS / 10);
    assertThat(confirmed.invariants()).isGreaterThan(OBLIGATIONS / 50);
  }

  /** In these worlds, only policies that never match mention some labels. */
  @ParameterizedTest
  @ValueSource(longs = {499, 553})
  void policiesThatNeverMatchMentionNothing(long seed) {
    CertifiedClaims confirmed = new CertifiedClaims();
    confirm(seed, confirmed);
    assertThat(confirmed.invariants()).isPositive();
  }

  private static void confirm(long seed, CertifiedClaims confirmed) {
    RandomCase random = new RandomCase(seed, false);
    World world = random.world();
    ZoneProgram program = random.program();
    confirmed.confirm(
        new Verification(
            world, program, random.reading(), Deadline.in(Duration.ofMinutes(5)), List.of()),
        "seed " + seed);
  }
}
