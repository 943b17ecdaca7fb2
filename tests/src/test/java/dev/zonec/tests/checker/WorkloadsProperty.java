package dev.zonec.tests.checker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.checker.claim.CheckedRun;
import dev.zonec.checker.claim.ClaimKey;
import dev.zonec.checker.claim.NamespaceExtent;
import dev.zonec.checker.claim.Result;
import dev.zonec.checker.deployed.DeployedCheck;
import dev.zonec.checker.document.ClaimDocument;
import dev.zonec.checker.document.PathPart;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.Protocol;
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
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/**
 * No workload violates a claim that the engine proves, and paths between workloads stay in the
 * invariants of proofs. Violations are found in many random worlds.
 */
final class WorkloadsProperty {
  @Property(tries = 50, shrinking = ShrinkingMode.OFF)
  void noWorkloadViolatesWhatIsProved(@ForAll long seed) {
    RandomCase random = new RandomCase(seed, false);
    World world = random.world();
    world = world.withWorkloads(workloads(world, new Random(seed)));
    ZoneProgram program = random.program();
    Reading may = random.reading();
    VerificationResult verified =
        new Verification(world, program, may, Deadline.in(Duration.ofMinutes(5)), List.of()).run();
    CheckedRun run =
        new CheckedRun(
            world, program, may, verified.assumed(), List.of(), NamespaceExtent.ANY, Set.of());
    SearchedInvariants searched = new SearchedInvariants(run);
    DeployedCheck check = new DeployedCheck(run, Deadline.in(Duration.ofMinutes(5)));
    for (ClaimVerdict decided : verified.verdicts()) {
      Optional<ClaimDocument> claim = document(decided.claim(), searched);
      if (claim.isEmpty()) {
        continue;
      }
      Result result = check.check(List.of(claim.get())).getFirst();
      assertThat(result).as("seed %d", seed).isNotInstanceOf(Result.Undecided.class);
      if (decided.verdict().holds()) {
        assertThat(result)
            .as("%s of seed %d", claim.get().key(), seed)
            .isInstanceOf(Result.Confirmed.class);
      }
      if (decided.verdict() instanceof Verdict.Refuted) {
        Statistics.label("found")
            .collect(!result.isConfirmed())
            .coverage(coverage -> coverage.check(true).count(count -> count > 0));
      }
    }
  }

  private static Optional<ClaimDocument> document(Claim claim, SearchedInvariants searched) {
    return switch (claim) {
      case Claim.NoUndeclaredConnection c ->
          Optional.of(document(new ClaimKey.NoUndeclaredConnection(), List.of()));
      case Claim.NoBlockedFlow c -> Optional.of(document(new ClaimKey.NoBlockedFlow(), List.of()));
      case Claim.Asserted(Assertion.NoPath path) ->
          searched.of(path).map(parts -> document(new ClaimKey.Asserted(path.name(), 0), parts));
      case Claim.Asserted(Assertion assertion) ->
          Optional.of(document(new ClaimKey.Asserted(assertion.name(), 0), List.of()));
      case Claim.NoUndeclaredPath c -> Optional.empty();
      case Claim.FreeEndsAdmit c -> Optional.empty();
      case Claim.NoSharedPod c -> Optional.empty();
    };
  }

  private static ClaimDocument document(ClaimKey key, List<PathPart> parts) {
    return new ClaimDocument(key, List.of(), Optional.empty(), parts);
  }

  private static List<Workload> workloads(World world, Random random) {
    List<Workload> workloads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Map<String, String> labels = new TreeMap<>();
      if (random.nextInt(4) > 0) {
        labels.put("app", List.of("a", "b", "zz").get(random.nextInt(3)));
      }
      if (random.nextInt(2) > 0) {
        labels.put("tier", List.of("t", "u", "").get(random.nextInt(3)));
      }
      List<NamedPort> ports =
          random.nextInt(2) > 0
              ? List.of(new NamedPort("web", Protocol.TCP, 8080, random.nextInt(3) == 0))
              : List.of();
      List<IpAddress> addresses =
          random.nextInt(2) > 0 ? List.of(IpAddress.of("10.244.3." + i)) : List.of();
      Endpoint.Pod pod =
          new Endpoint.Pod(
              world.namespaces().get(random.nextInt(world.namespaces().size())),
              "w" + i,
              labels,
              ports,
              false,
              "",
              addresses);
      workloads.add(new Workload(pod, "Pod", pod.name(), RandomCase.SPAN));
    }
    return workloads;
  }
}
