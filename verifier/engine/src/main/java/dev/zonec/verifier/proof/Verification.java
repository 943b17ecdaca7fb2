package dev.zonec.verifier.proof;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.address.ClusterAddresses;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Coverage;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.Waiver;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.quotient.NamespaceAssumption;
import dev.zonec.verifier.quotient.SettableLabels;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.quotient.VocabularyBuilder;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.smt.ImpossibleQuestions;
import java.util.List;
import java.util.function.Consumer;

/**
 * Proves the claims of a program about the policies of a world, for every pod that could exist, or
 * for the deployed pods.
 *
 * @param world the content of the manifests
 * @param program the program
 * @param may the permissive reading, with the knobs that the user settled
 * @param deadline the time limit
 * @param gaps inputs that were not read and could change a verdict; if there are any, nothing is
 *     proved
 * @param coverage the namespaces whose policies are in {@code world}
 * @param scope the namespaces in which zones that select namespaces by labels have pods
 * @param options what is proved beyond this, and how
 */
public record Verification(
    World world,
    ZoneProgram program,
    Reading may,
    Deadline deadline,
    List<Gap> gaps,
    Coverage coverage,
    NamespaceScope scope,
    ProofOptions options) {
  /** Copies the gaps. The patterns of the program must be written out. */
  public Verification {
    gaps = List.copyOf(gaps);
    if (!program.patterns().isEmpty()) {
      throw new IllegalArgumentException("the program has patterns that are not written out");
    }
  }

  /** Verifies a world that contains every policy. */
  public Verification(
      World world, ZoneProgram program, Reading may, Deadline deadline, List<Gap> gaps) {
    this(world, program, may, deadline, gaps, new Coverage.Whole());
  }

  /** Verifies zones that have pods in every namespace that they select. */
  public Verification(
      World world,
      ZoneProgram program,
      Reading may,
      Deadline deadline,
      List<Gap> gaps,
      Coverage coverage) {
    this(world, program, may, deadline, gaps, coverage, new NamespaceScope.Anywhere());
  }

  /** Verifies a world with the default options. */
  public Verification(
      World world,
      ZoneProgram program,
      Reading may,
      Deadline deadline,
      List<Gap> gaps,
      Coverage coverage,
      NamespaceScope scope) {
    this(world, program, may, deadline, gaps, coverage, scope, ProofOptions.DEFAULT);
  }

  private Verification with(
      World otherWorld, ZoneProgram otherProgram, Reading otherMay, ProofOptions otherOptions) {
    return new Verification(
        otherWorld, otherProgram, otherMay, deadline, gaps, coverage, scope, otherOptions);
  }

  private Verification with(ProofOptions other) {
    return with(world, program, may, other);
  }

  /** Returns the verification of another world, program and reading, without proofs. */
  public Verification of(World otherWorld, ZoneProgram otherProgram, Reading otherMay) {
    return with(otherWorld, otherProgram, otherMay, options.withCertifying(false));
  }

  /** Returns the verification of the same program about another world, without proofs. */
  public Verification of(World other) {
    return of(other, program, may);
  }

  /**
   * Returns the verification of {@code other}, in which pods can set {@code labels} before they
   * connect. No violation is accepted, and {@code reachable} assertions are left out: what a pod
   * must reach does not depend on the labels that an attacker sets.
   */
  public Verification relabelling(ZoneProgram other, SettableLabels labels) {
    List<Assertion> forbidding =
        other.assertions().stream()
            .filter(assertion -> !(assertion instanceof Assertion.Reachable))
            .toList();
    return with(
        world,
        other.withAssertions(forbidding),
        may,
        options.withAccepting(Accepting.NOTHING).withCertifying(false).withSettable(labels));
  }

  /** Returns the same verification, which accepts {@code accepting} only. */
  public Verification accepting(Accepting accepting) {
    return with(options.withAccepting(accepting));
  }

  /** Returns the same verification, whose result contains the proofs of the claims that hold. */
  public Verification certified() {
    return with(options.withCertifying(true));
  }

  /** Returns the same verification for the deployed pods only. */
  public Verification inClosedWorld() {
    return with(options.withPods(WorldKind.CLOSED));
  }

  /** Returns the same verification, which does not ask the questions of {@code questions} again. */
  public Verification knowing(ImpossibleQuestions questions) {
    return with(options.withKnown(questions));
  }

  /**
   * Returns the verdict on every claim.
   *
   * @throws ReplayMismatch if two engines disagree, which is a bug
   */
  public VerificationResult run() {
    return run(WantedClaims.OF_PROGRAM);
  }

  /**
   * Returns the verdicts on the assertions only.
   *
   * @throws ReplayMismatch if two engines disagree, which is a bug
   */
  public VerificationResult ofAssertions() {
    return run(WantedClaims.ASSERTIONS);
  }

  /**
   * Returns the verdict on every claim, and on {@link Claim.FreeEndsAdmit}. If all are proved, the
   * policies allow exactly the connections that the program declares, for every pod that could
   * exist.
   *
   * @throws ReplayMismatch if two engines disagree, which is a bug
   */
  public VerificationResult runBothWays() {
    return run(WantedClaims.BOTH_WAYS);
  }

  /**
   * Returns the verdict on {@code claim} alone. Of an assertion with several instances, it decides
   * the instance that the claim contains. It is not for {@link Claim.NoUndeclaredPath}, which
   * follows from another claim, or {@link Claim.NoSharedPod}.
   *
   * @throws ReplayMismatch if two engines disagree, which is a bug
   */
  public Verdict verdict(Claim claim) {
    WantedClaims only = WantedClaims.only(claim);
    Verification about =
        claim instanceof Claim.Asserted(Assertion assertion)
            ? of(world, program.withAssertions(List.of(assertion)), may)
            : of(world);
    return about.run(only).verdicts().stream()
        .filter(decided -> decided.claim().key().equals(claim.key()))
        .findFirst()
        .map(ClaimVerdict::verdict)
        .orElseGet(() -> new Verdict.Inconclusive("the time ran out", List.of()));
  }

  private VerificationResult run(WantedClaims wanted) {
    return run(wanted, parts -> {});
  }

  /**
   * Returns the verdict on every claim.
   *
   * @param parts receives the parts of the proofs of each choice of the addresses of pods
   */
  VerificationResult run(Consumer<ProvedParts> parts) {
    return run(WantedClaims.OF_PROGRAM, parts);
  }

  private VerificationResult run(WantedClaims wanted, Consumer<ProvedParts> parts) {
    ClusterAddresses addresses = new ClusterAddresses(world, program.cluster());
    VerificationResult seen =
        new VerificationRun(
                with(addresses, addresses.seen()), wanted, CertifiedRun.Addresses.DECLARED, parts)
            .result();
    if (!addresses.contradicted() || !WiderRanges.isNeeded(seen)) {
      return seen;
    }
    Verification anywhere = with(addresses, addresses.anywhere());
    return new WiderRanges(
            seen, new VerificationRun(anywhere, wanted, CertifiedRun.Addresses.ANY, parts).result())
        .result();
  }

  private Verification with(ClusterAddresses addresses, Cluster ranges) {
    boolean hostsArePods =
        Knob.HOST_NETWORK.permissive().equals(may.settled().get(Knob.HOST_NETWORK));
    Cluster cluster = hostsArePods ? addresses.withHosts(ranges) : ranges;
    ZoneProgram there = program.withCluster(cluster);
    return with(world, there, may, options);
  }

  /** Returns everything that the claims can tell apart. */
  Vocabulary vocabulary() {
    VocabularyBuilder builder = new VocabularyBuilder().add(world).add(program);
    scope.excluded(program).forEach(builder::add);
    return builder.build(program.cluster(), assumed());
  }

  /** Returns the world with the policies that count. */
  World covered() {
    return world.withPolicies(PartialCoverage.policies(world, coverage));
  }

  /**
   * Returns the computation of certificates for this verification. It is invalid if the program
   * does not declare one of the pairs disjoint, or if it must not be assumed.
   *
   * @param addresses the addresses of pods that the proofs are about
   * @param disjoint the pairs of zones that the certificate assumes to share no pod
   */
  public Recomputed<Recomputation> recomputation(
      CertifiedRun.Addresses addresses, List<Disjointness.Pair> disjoint) {
    try {
      return new Recomputed.Part<>(in(addresses).recomputed(addresses, disjoint));
    } catch (InvalidCertificate e) {
      return new Recomputed.Invalid<>(e.reason());
    }
  }

  /**
   * Returns the addresses of pods that a certificate needs a run for (spec/verification.md,
   * Addresses outside of their range).
   */
  public List<CertifiedRun.Addresses> addresses() {
    return new ClusterAddresses(world, program.cluster()).contradicted()
        ? List.of(CertifiedRun.Addresses.DECLARED, CertifiedRun.Addresses.ANY)
        : List.of(CertifiedRun.Addresses.DECLARED);
  }

  /**
   * Returns the same verification, with the ranges of {@code addresses} as those of the program.
   */
  public Verification in(CertifiedRun.Addresses addresses) {
    ClusterAddresses known = new ClusterAddresses(world, program.cluster());
    return switch (addresses) {
      case DECLARED -> with(known, known.seen());
      case ANY -> with(known, known.anywhere());
    };
  }

  private Recomputation recomputed(
      CertifiedRun.Addresses addresses, List<Disjointness.Pair> disjoint)
      throws InvalidCertificate {
    BoxSpace space = new BoxSpace(vocabulary());
    AssumedPairs.check(disjoint, program, world, space);
    ExcludedPods excluded = new ExcludedPods(disjoint).in(scope, program);
    return new Recomputation(
        this,
        new CertifiedRun(
            addresses,
            space.vocabulary(),
            excluded.noEndIsExcluded(),
            excluded.pairs(),
            List.of(),
            List.of()),
        new Relations(space, program, covered(), may, excluded));
  }

  private NamespaceAssumption assumed() {
    return switch (scope) {
      case NamespaceScope.Within within -> NamespaceAssumption.NAMED;
      case NamespaceScope.Anywhere anywhere -> ofProgram();
      case NamespaceScope.OfPatterns patterns -> ofProgram();
    };
  }

  private NamespaceAssumption ofProgram() {
    return program.namespacesDeclared() ? NamespaceAssumption.DECLARED : NamespaceAssumption.NONE;
  }

  /** Returns the waivers of {@code assertion}. */
  List<Waiver> waiversOf(Assertion assertion) {
    return program.waivers().stream()
        .filter(waiver -> waiver.assertion().equals(assertion.name()))
        .toList();
  }
}
