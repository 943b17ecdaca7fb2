package dev.zonec.tests.checker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.checker.claim.CheckedRun;
import dev.zonec.checker.claim.ClaimKey;
import dev.zonec.checker.claim.NamespaceExtent;
import dev.zonec.checker.claim.Result;
import dev.zonec.checker.document.ClaimDocument;
import dev.zonec.checker.document.EndBox;
import dev.zonec.checker.document.EndSet;
import dev.zonec.checker.document.PathPart;
import dev.zonec.checker.open.OpenCheck;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.ClaimVerdict;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.proof.VerificationResult;
import dev.zonec.verifier.random.RandomCase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * With the ends that the engine's search reaches as invariants, the checker confirms the claims
 * about paths that the engine proves. It confirms no claim that the engine refutes, whatever the
 * invariants are.
 */
final class PathClaimsProperty {
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
        new Verification(world, program, may, Deadline.in(Duration.ofMinutes(5)), List.of())
            .ofAssertions();
    CheckedRun run =
        new CheckedRun(
            world, program, may, verified.assumed(), List.of(), NamespaceExtent.ANY, Set.of());
    SearchedInvariants searched = new SearchedInvariants(run);
    OpenCheck check = new OpenCheck(run, Deadline.in(Duration.ofMinutes(5)));
    for (ClaimVerdict decided : verified.verdicts()) {
      if (!(decided.claim() instanceof Claim.Asserted(Assertion.NoPath claim))
          || decided.verdict() instanceof Verdict.EmptyParty) {
        continue;
      }
      Optional<List<PathPart>> parts = searched.of(claim);
      if (parts.isPresent()) {
        Result result = check.check(List.of(document(claim, parts.get()))).getFirst();
        assertThat(result).as("seed %d", seed).isNotInstanceOf(Result.Undecided.class);
        assertThat(result.isConfirmed())
            .as("%s of seed %d: %s", claim.name(), seed, result)
            .isEqualTo(decided.verdict().holds());
        confirmed += result.isConfirmed() ? 1 : 0;
        refused += result.isConfirmed() ? 0 : 1;
        if (!decided.verdict().holds()) {
          List<PathPart> wrong = changed(parts.get(), new Random(seed));
          assertThat(check.check(List.of(document(claim, wrong))).getFirst().isConfirmed())
              .as("seed %d with wrong invariants", seed)
              .isFalse();
        }
      }
    }
  }

  private static ClaimDocument document(Assertion.NoPath claim, List<PathPart> parts) {
    return new ClaimDocument(
        new ClaimKey.Asserted(claim.name(), 0), List.of(), Optional.empty(), parts);
  }

  /** Returns parts with some boxes left out, complements, or everything as an invariant. */
  private static List<PathPart> changed(List<PathPart> parts, Random random) {
    List<PathPart> changed = new ArrayList<>();
    for (PathPart part : parts) {
      changed.add(
          part.proof() instanceof PathPart.Proof.Invariants(var sets) && random.nextInt(4) > 0
              ? new PathPart(
                  part.waivers(),
                  new PathPart.Proof.Invariants(
                      sets.stream().map(set -> changed(set, random)).toList()))
              : new PathPart(part.waivers(), new PathPart.Proof.Empty()));
    }
    return changed;
  }

  private static EndSet changed(EndSet set, Random random) {
    List<EndBox> some = set.boxes().stream().filter(box -> random.nextInt(4) > 0).toList();
    return switch (random.nextInt(3)) {
      case 0 -> new EndSet.In(some);
      case 1 -> new EndSet.NotIn(some);
      default -> new EndSet.In(List.of(new EndBox.Everything()));
    };
  }
}
