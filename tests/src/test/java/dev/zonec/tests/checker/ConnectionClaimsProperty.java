package dev.zonec.tests.checker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.checker.claim.CheckedRun;
import dev.zonec.checker.claim.ClaimKey;
import dev.zonec.checker.claim.NamespaceExtent;
import dev.zonec.checker.claim.Result;
import dev.zonec.checker.document.ClaimDocument;
import dev.zonec.checker.open.OpenCheck;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Intent;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.ClaimVerdict;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.proof.VerificationResult;
import dev.zonec.verifier.random.RandomCase;
import dev.zonec.verifier.semantics.Semantics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * The checker and the engine, which share no code, agree on claims about connections in random
 * worlds. Each connection that the checker names as a violation is one for the concrete semantics.
 */
final class ConnectionClaimsProperty {
  private static int confirmed;
  private static int refused;

  @AfterContainer
  static void bothResultsOccurred() {
    assertThat(confirmed).isPositive();
    assertThat(refused).isPositive();
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void theCheckerConfirmsWhatIsProved(@ForAll long seed) {
    RandomCase random = new RandomCase(seed, false);
    World world = random.world();
    ZoneProgram program = random.program();
    Reading may = random.reading();
    VerificationResult verified =
        new Verification(world, program, may, Deadline.in(Duration.ofMinutes(5)), List.of()).run();
    CheckedRun run =
        new CheckedRun(
            world, program, may, verified.assumed(), List.of(), NamespaceExtent.ANY, Set.of());
    OpenCheck check = new OpenCheck(run, Deadline.in(Duration.ofMinutes(5)));
    for (ClaimVerdict decided : verified.verdicts()) {
      Optional<ClaimKey> key = key(decided.claim());
      if (key.isEmpty() || decided.verdict() instanceof Verdict.EmptyParty) {
        continue;
      }
      Result result = check.check(List.of(document(key.get()))).getFirst();
      assertThat(result)
          .as("%s of seed %d", key.get(), seed)
          .isNotInstanceOf(Result.Undecided.class);
      assertThat(result.isConfirmed())
          .as("%s of seed %d: %s", key.get(), seed, result)
          .isEqualTo(decided.verdict().holds());
      confirmed += result.isConfirmed() ? 1 : 0;
      refused += result.isConfirmed() ? 0 : 1;
      if (result instanceof Result.Refused refused) {
        assertViolates(run, decided.claim(), refused.connection().orElseThrow(), seed);
      }
    }
  }

  private static ClaimDocument document(ClaimKey key) {
    return new ClaimDocument(key, List.of(), Optional.empty(), List.of());
  }

  private static Optional<ClaimKey> key(Claim claim) {
    return switch (claim) {
      case Claim.NoUndeclaredConnection c -> Optional.of(new ClaimKey.NoUndeclaredConnection());
      case Claim.NoBlockedFlow c -> Optional.of(new ClaimKey.NoBlockedFlow());
      case Claim.Asserted(Assertion.NoPath path) -> Optional.empty();
      case Claim.Asserted(Assertion assertion) ->
          Optional.of(new ClaimKey.Asserted(assertion.name(), 0));
      case Claim.NoUndeclaredPath c -> Optional.empty();
      case Claim.FreeEndsAdmit c -> Optional.empty();
      case Claim.NoSharedPod c -> Optional.empty();
    };
  }

  private static void assertViolates(
      CheckedRun run, Claim claim, Connection connection, long seed) {
    boolean must =
        claim instanceof Claim.NoBlockedFlow
            || claim instanceof Claim.Asserted(Assertion.Reachable reachable);
    Reading reading = must ? run.must() : run.may();
    assertThat(
            new Semantics(run.world(), reading, run.program().cluster())
                .decide(connection)
                .isAllowed())
        .as("%s is allowed, seed %d", connection, seed)
        .isEqualTo(!must);
    if (claim instanceof Claim.NoUndeclaredConnection) {
      assertThat(new Intent(run.program()).declares(connection)).isFalse();
    }
  }
}
