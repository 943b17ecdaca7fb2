package dev.zonec.tests.checker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.checker.claim.CheckedRun;
import dev.zonec.checker.claim.ClaimKey;
import dev.zonec.checker.claim.Result;
import dev.zonec.checker.deployed.DeployedCheck;
import dev.zonec.checker.document.ClaimDocument;
import dev.zonec.checker.open.OpenCheck;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.model.program.Assertion;
import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checker confirms all claims of the examples, which the engine proves. */
final class ExamplesConfirmedTest {
  @ParameterizedTest
  @ValueSource(strings = {"online-boutique", "bank"})
  void everyClaimIsConfirmed(String example) throws IOException {
    for (CheckedRun run : Plan.ofExample(Run.ROOT.resolve("examples").resolve(example))) {
      List<ClaimDocument> claims = claims(run);
      Deadline deadline = Deadline.in(Duration.ofMinutes(2));
      assertConfirmed(claims, new OpenCheck(run, deadline).check(claims));
      assertConfirmed(claims, new DeployedCheck(run, deadline).check(claims));
    }
  }

  private static void assertConfirmed(List<ClaimDocument> claims, List<Result> results) {
    assertThat(results).hasSameSizeAs(claims);
    for (int i = 0; i < claims.size(); i++) {
      assertThat(results.get(i))
          .as(claims.get(i).key().toString())
          .isInstanceOf(Result.Confirmed.class);
    }
  }

  /** Returns the standing claims and all assertions of the program. */
  private static List<ClaimDocument> claims(CheckedRun run) {
    ClaimKey connections = new ClaimKey.NoUndeclaredConnection();
    List<ClaimDocument> claims = new ArrayList<>();
    claims.add(claim(connections));
    claims.add(claim(new ClaimKey.NoBlockedFlow()));
    claims.add(
        new ClaimDocument(
            new ClaimKey.NoUndeclaredPath(), List.of(), Optional.of(connections), List.of()));
    SearchedInvariants searched = new SearchedInvariants(run);
    for (Assertion assertion : run.program().assertions()) {
      ClaimKey key = new ClaimKey.Asserted(assertion.name(), 0);
      claims.add(
          assertion instanceof Assertion.NoPath path
              ? new ClaimDocument(key, List.of(), Optional.empty(), searched.of(path).orElseThrow())
              : claim(key));
    }
    return claims;
  }

  private static ClaimDocument claim(ClaimKey key) {
    return new ClaimDocument(key, List.of(), Optional.empty(), List.of());
  }
}
