package dev.zonec.verifier.proof;

import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Waiver;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.address.ClusterAddresses;
import dev.zonec.verifier.deadline.Deadline;
import dev.zonec.verifier.proof.VerificationResult.Finding;
import dev.zonec.verifier.quotient.NamespaceAssumption;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.quotient.VocabularyBuilder;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.semantics.Knob;
import dev.zonec.verifier.semantics.Reading;
import dev.zonec.verifier.smt.Z3Checker;
import dev.zonec.verifier.world.Coverage;
import dev.zonec.verifier.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves a program of a world's policies, over every pod that could exist.
 *
 * @param world what the manifests declare
 * @param program what is intended
 * @param may the permissive reading, with what the user has settled
 * @param timeout how long the whole may take
 * @param gaps what could change a verdict and is not in the world; with any, nothing is proved
 * @param coverage whose policies the world holds
 * @param scope which namespaces zones that select namespaces by labels have pods in
 */
public record Verification(
    World world,
    ZoneProgram program,
    Reading may,
    Duration timeout,
    List<Gap> gaps,
    Coverage coverage,
    NamespaceScope scope) {
  /** Copies the gaps. */
  public Verification {
    gaps = List.copyOf(gaps);
  }

  /** The same of a world that holds every policy. */
  public Verification(
      World world, ZoneProgram program, Reading may, Duration timeout, List<Gap> gaps) {
    this(world, program, may, timeout, gaps, new Coverage.Whole());
  }

  /** The same where zones have pods wherever their selectors match. */
  public Verification(
      World world,
      ZoneProgram program,
      Reading may,
      Duration timeout,
      List<Gap> gaps,
      Coverage coverage) {
    this(world, program, may, timeout, gaps, coverage, new NamespaceScope.Anywhere());
  }

  /**
   * Every claim's verdict.
   *
   * @throws ReplayMismatch if two engines disagree: a bug
   */
  public VerificationResult run() {
    return run(false);
  }

  /**
   * The same, and that policies block nothing which the program leaves free. If all is proved, the
   * policies allow exactly what the program declares, on connections of every pod that could exist.
   *
   * @throws ReplayMismatch if two engines disagree: a bug
   */
  public VerificationResult runBothWays() {
    return run(true);
  }

  private VerificationResult run(boolean bothWays) {
    Deadline deadline = Deadline.in(timeout);
    ClusterAddresses addresses = new ClusterAddresses(world, program.cluster());
    VerificationResult seen = with(addresses, addresses.seen()).once(deadline, bothWays);
    if (!addresses.contradicted() || !WiderRanges.areAsked(seen)) {
      return seen;
    }
    Verification anywhere = with(addresses, addresses.anywhere());
    return new WiderRanges(seen, anywhere.once(deadline, bothWays)).result();
  }

  private Verification with(ClusterAddresses addresses, Cluster ranges) {
    boolean hostsArePods =
        Knob.HOST_NETWORK.permissive().equals(may.settled().get(Knob.HOST_NETWORK));
    Cluster cluster = hostsArePods ? addresses.withHosts(ranges) : ranges;
    ZoneProgram there = program.withCluster(cluster);
    return new Verification(world, there, may, timeout, gaps, coverage, scope);
  }

  private VerificationResult once(Deadline deadline, boolean bothWays) {
    Vocabulary vocabulary =
        new VocabularyBuilder().add(world).add(program).build(program.cluster(), assumed());
    World known = world.withPolicies(PartialReading.policies(world, coverage));
    BoxSpace space = new BoxSpace(vocabulary);
    try (Z3Checker checker = new Z3Checker(vocabulary, world.workloads(), deadline)) {
      SharedPodsProof disjoint = new SharedPodsProof(world, program, space, checker);
      SharedPods shared = disjoint.decide().without(scope.leftOut(program));
      checker.assume(shared.noEnd());
      Relations relations = new Relations(space, program, known, may, shared);
      Replay replay = new Replay(known, program, may, shared);
      PartialReading partial = new PartialReading(world, coverage, relations);
      List<Finding> findings =
          new ArrayList<>(always(relations, checker, replay, deadline, bothWays));
      findings.addAll(disjoint.findings());
      PathProof paths = new PathProof(relations, world.workloads(), checker, replay, deadline);
      AssertionProof assertions = new AssertionProof(relations, checker, replay, paths);
      List<Waiver> unused = new ArrayList<>();
      for (Assertion assertion : program.assertions()) {
        Ruling ruling = assertions.rule(assertion, waiversOf(assertion));
        findings.add(new Finding(new Claim.Asserted(assertion), ruling.verdict()));
        unused.addAll(ruling.unused());
      }
      return new VerificationResult(
          findings.stream().map(partial::limited).map(this::withGaps).toList(),
          shared.pairs(),
          gaps.isEmpty() && coverage instanceof Coverage.Whole ? unused : List.of(),
          checker.asked());
    }
  }

  private NamespaceAssumption assumed() {
    return switch (scope) {
      case NamespaceScope.Within within -> NamespaceAssumption.NAMED;
      case NamespaceScope.Anywhere anywhere ->
          program.namespacesDeclared() ? NamespaceAssumption.DECLARED : NamespaceAssumption.NONE;
    };
  }

  private List<Waiver> waiversOf(Assertion assertion) {
    return program.waivers().stream()
        .filter(waiver -> waiver.assertion().equals(assertion.name()))
        .toList();
  }

  /** What is claimed without asking. */
  private List<Finding> always(
      Relations relations, Z3Checker checker, Replay replay, Deadline deadline, boolean bothWays) {
    List<Finding> findings = new ArrayList<>();
    Verdict noExtra = new NoExtraProof(relations, checker, replay).verdict();
    findings.add(new Finding(new Claim.NoExtra(), noExtra));
    findings.add(
        new Finding(
            new Claim.NothingMissing(),
            new NothingMissingProof(relations, checker, replay).verdict()));
    if (bothWays) {
      findings.add(
          new Finding(
              new Claim.LeftFree(), new LeftFreeProof(relations, checker, replay).verdict()));
    }
    findings.add(
        new Finding(
            new Claim.NoUndeclaredPath(),
            new UndeclaredPathProof(relations, world.workloads(), replay, deadline)
                .verdict(noExtra)));
    return findings;
  }

  private Finding withGaps(Finding finding) {
    // Selectors say of themselves whether they exclude each other, and a workload is there.
    if (gaps.isEmpty() || finding.claim() instanceof Claim.NoSharedPod) {
      return finding;
    }
    String reason =
        gaps.size() == 1 ? "a policy or file is not covered" : "policies or files are not covered";
    return switch (finding.verdict()) {
      case Verdict.Proved proved ->
          new Finding(finding.claim(), new Verdict.Inconclusive(reason, List.of()));
      case Verdict.Waived waived ->
          new Finding(finding.claim(), new Verdict.Inconclusive(reason, List.of()));
      case Verdict.Refuted(var counterexamples) ->
          new Finding(finding.claim(), new Verdict.Inconclusive(reason, counterexamples));
      case Verdict.Inconclusive inconclusive -> finding;
      case Verdict.Vacuous vacuous -> finding;
    };
  }
}
