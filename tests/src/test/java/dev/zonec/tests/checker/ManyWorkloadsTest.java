package dev.zonec.tests.checker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.checker.claim.CheckedRun;
import dev.zonec.checker.claim.ClaimKey;
import dev.zonec.checker.claim.Result;
import dev.zonec.checker.deployed.DeployedCheck;
import dev.zonec.checker.document.ClaimDocument;
import dev.zonec.checker.open.OpenCheck;
import dev.zonec.diagnostics.deadline.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A thousand workloads that policies tell apart are checked in time. */
final class ManyWorkloadsTest {
  private static final int NAMESPACES = 40;
  private static final int ZONES = 25;

  @Test
  void theClaimsOfAThousandZonesAreConfirmed() {
    StringBuilder program = new StringBuilder("module many\n");
    StringBuilder pods = new StringBuilder();
    for (int n = 0; n < NAMESPACES; n++) {
      pods.append("---\napiVersion: v1\nkind: Namespace\nmetadata: {name: n")
          .append(n)
          .append("}\n");
      for (int z = 0; z < ZONES; z++) {
        program.append("zone z%d-%d { namespace n%d  pods app=a%d }\n".formatted(n, z, n, z));
        if (z > 0) {
          program.append(
              "allow z%d-%d -> z%d-%d : tcp/%d\n".formatted(n, z - 1, n, z, 8000 + n * ZONES + z));
        }
        pods.append(
            "---\napiVersion: v1\nkind: Pod\nmetadata: {name: p%d, namespace: n%d, labels: {app: a%d}}\n"
                .formatted(z, n, z));
      }
      if (n > 0) {
        program.append("allow z%d-0 -> z%d-0 : tcp/443\n".formatted(n - 1, n));
      }
    }
    program.append("assert one: never z0-0 -> z5-5\n");
    CheckedRun run = Plan.of(program.toString(), pods.toString());
    List<ClaimDocument> claims =
        List.of(
            claim(new ClaimKey.NoUndeclaredConnection()),
            claim(new ClaimKey.NoBlockedFlow()),
            claim(new ClaimKey.Asserted("one", 0)));
    Deadline deadline = Deadline.in(Duration.ofMinutes(5));
    assertThat(new DeployedCheck(run, deadline).check(claims))
        .allSatisfy(result -> assertThat(result).isInstanceOf(Result.Confirmed.class));
    assertThat(new OpenCheck(run, deadline).check(claims))
        .allSatisfy(result -> assertThat(result).isInstanceOf(Result.Confirmed.class));
  }

  private static ClaimDocument claim(ClaimKey key) {
    return new ClaimDocument(key, List.of(), Optional.empty(), List.of());
  }
}
