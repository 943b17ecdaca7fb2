package dev.zonec.verifier.proof;

import dev.zonec.diagnostics.deadline.Bounded;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.address.ClusterAddresses;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Coverage;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.Waiver;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.accepted.AcceptedContext;
import dev.zonec.verifier.quotient.NamespaceAssumption;
import dev.zonec.verifier.quotient.SettableLabels;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.quotient.VocabularyBuilder;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.smt.ImpossibleQuestions;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
 * @param accepting the violations that are accepted
 * @param known the questions to the solver that need not be asked again
 * @param certifying whether the result contains the proofs of the claims that hold
 * @param pods the pods that the claims are about
 * @param settable the labels that pods can set before they connect; with any, only assertions that
 *     forbid something are meaningful
 */
public record Verification(
    World world,
    ZoneProgram program,
    Reading may,
    Deadline deadline,
    List<Gap> gaps,
    Coverage coverage,
    NamespaceScope scope,
    Accepting accepting,
    ImpossibleQuestions known,
    boolean certifying,
    WorldKind pods,
    SettableLabels settable) {
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

  /** Verifies a world, accepts no violation, and knows no question. */
  public Verification(
      World world,
      ZoneProgram program,
      Reading may,
      Deadline deadline,
      List<Gap> gaps,
      Coverage coverage,
      NamespaceScope scope) {
    this(
        world,
        program,
        may,
        deadline,
        gaps,
        coverage,
        scope,
        Accepting.NOTHING,
        ImpossibleQuestions.none());
  }

  /** Verifies a world, and asks for no proofs. */
  public Verification(
      World world,
      ZoneProgram program,
      Reading may,
      Deadline deadline,
      List<Gap> gaps,
      Coverage coverage,
      NamespaceScope scope,
      Accepting accepting,
      ImpossibleQuestions known) {
    this(
        world,
        program,
        may,
        deadline,
        gaps,
        coverage,
        scope,
        accepting,
        known,
        false,
        WorldKind.OPEN,
        SettableLabels.NONE);
  }

  /** Returns the verification of another world, program and reading, without proofs. */
  public Verification of(World otherWorld, ZoneProgram otherProgram, Reading otherMay) {
    return new Verification(
        otherWorld,
        otherProgram,
        otherMay,
        deadline,
        gaps,
        coverage,
        scope,
        accepting,
        known,
        false,
        pods,
        settable);
  }

  /**
   * Returns the verification of {@code other}, in which pods can set {@code labels} before they
   * connect. No violation is accepted, and {@code reachable} assertions are left out: what a pod
   * must reach does not depend on the labels that an attacker sets.
   */
  public Verification relabelling(ZoneProgram other, SettableLabels labels) {
    return new Verification(
        world,
        other.withAssertions(
            other.assertions().stream()
                .filter(assertion -> !(assertion instanceof Assertion.Reachable))
                .toList()),
        may,
        deadline,
        gaps,
        coverage,
        scope,
        Accepting.NOTHING,
        known,
        false,
        pods,
        labels);
  }

  /** Returns the verification of the same program about another world, without proofs. */
  public Verification of(World other) {
    return of(other, program, may);
  }

  /** Returns the same verification, whose result contains the proofs of the claims that hold. */
  public Verification certified() {
    return new Verification(
        world, program, may, deadline, gaps, coverage, scope, accepting, known, true, pods,
        settable);
  }

  /** Returns the same verification for the deployed pods only. */
  public Verification inClosedWorld() {
    return new Verification(
        world,
        program,
        may,
        deadline,
        gaps,
        coverage,
        scope,
        accepting,
        known,
        certifying,
        WorldKind.CLOSED,
        settable);
  }

  /** Returns the same verification, which does not ask the questions of {@code questions} again. */
  public Verification knowing(ImpossibleQuestions questions) {
    return new Verification(
        world,
        program,
        may,
        deadline,
        gaps,
        coverage,
        scope,
        accepting,
        questions,
        certifying,
        pods,
        settable);
  }

  /**
   * Returns the verdict on every claim.
   *
   * @throws ReplayMismatch if two engines disagree, which is a bug
   */
  public VerificationResult run() {
    return run(Claims.OF_PROGRAM);
  }

  /**
   * Returns the verdicts on the assertions only.
   *
   * @throws ReplayMismatch if two engines disagree, which is a bug
   */
  public VerificationResult ofAssertions() {
    return run(Claims.ASSERTIONS);
  }

  /**
   * Returns the verdict on every claim, and on {@link Claim.FreeEndsAdmit}. If all are proved, the
   * policies allow exactly the connections that the program declares, for every pod that could
   * exist.
   *
   * @throws ReplayMismatch if two engines disagree, which is a bug
   */
  public VerificationResult runBothWays() {
    return run(Claims.BOTH_WAYS);
  }

  /**
   * Returns the verdict on {@code claim} alone. Of an assertion with several instances, it decides
   * the instance that the claim contains. It is not for {@link Claim.NoUndeclaredPath}, which
   * follows from another claim, or {@link Claim.NoSharedPod}.
   *
   * @throws ReplayMismatch if two engines disagree, which is a bug
   */
  public Verdict verdict(Claim claim) {
    Claims only = Claims.only(claim);
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

  /**
   * The claims to decide.
   *
   * @param standing the standing claims
   * @param assertions whether the assertions of the program are decided
   */
  private record Claims(List<Claim> standing, boolean assertions) {
    /** The standing claims and the assertions. */
    private static final Claims OF_PROGRAM = new Claims(StandingClaims.all(false), true);

    /** The same and {@link Claim.FreeEndsAdmit}. */
    private static final Claims BOTH_WAYS = new Claims(StandingClaims.all(true), true);

    /** The assertions only. */
    private static final Claims ASSERTIONS = new Claims(List.of(), true);

    static Claims only(Claim claim) {
      return switch (claim) {
        case Claim.Asserted asserted -> ASSERTIONS;
        case Claim.NoUndeclaredConnection c -> new Claims(List.of(c), false);
        case Claim.NoBlockedFlow c -> new Claims(List.of(c), false);
        case Claim.FreeEndsAdmit c -> new Claims(List.of(c), false);
        case Claim.NoUndeclaredPath c -> throw new IllegalArgumentException(c.key());
        case Claim.NoSharedPod c -> throw new IllegalArgumentException(c.key());
      };
    }
  }

  private VerificationResult run(Claims wanted) {
    ClusterAddresses addresses = new ClusterAddresses(world, program.cluster());
    VerificationResult seen =
        with(addresses, addresses.seen()).once(wanted, CertifiedRun.Addresses.DECLARED);
    if (!addresses.contradicted() || !WiderRanges.isNeeded(seen)) {
      return seen;
    }
    Verification anywhere = with(addresses, addresses.anywhere());
    return new WiderRanges(seen, anywhere.once(wanted, CertifiedRun.Addresses.ANY)).result();
  }

  private Verification with(ClusterAddresses addresses, Cluster ranges) {
    boolean hostsArePods =
        Knob.HOST_NETWORK.permissive().equals(may.settled().get(Knob.HOST_NETWORK));
    Cluster cluster = hostsArePods ? addresses.withHosts(ranges) : ranges;
    ZoneProgram there = program.withCluster(cluster);
    return new Verification(
        world,
        there,
        may,
        deadline,
        gaps,
        coverage,
        scope,
        accepting,
        known,
        certifying,
        pods,
        settable);
  }

  private VerificationResult once(Claims wanted, CertifiedRun.Addresses addresses) {
    VerdictsSoFar soFar = new VerdictsSoFar();
    return Bounded.by(() -> deadline, () -> once(wanted, addresses, soFar))
        .orElseGet(() -> soFar.result(claims(wanted)));
  }

  private Vocabulary vocabulary() {
    VocabularyBuilder builder = new VocabularyBuilder().add(world).add(program);
    scope.excluded(program).forEach(builder::add);
    return builder.build(program.cluster(), assumed());
  }

  private World covered() {
    return world.withPolicies(PartialCoverage.policies(world, coverage));
  }

  private VerificationResult once(
      Claims wanted, CertifiedRun.Addresses addresses, VerdictsSoFar soFar) {
    Vocabulary vocabulary = vocabulary();
    World covered = covered();
    BoxSpace space = new BoxSpace(vocabulary);
    List<Workload> workloads =
        pods == WorldKind.CLOSED ? DeployedPods.workloads(world, may) : world.workloads();
    try (Z3Checker checker =
        new Z3Checker(vocabulary, workloads, deadline, known, pods == WorldKind.CLOSED, settable)) {
      AcceptedContext context =
          accepting.isNeeded() ? AcceptedContext.of(program, covered) : AcceptedContext.NONE;
      AcceptedFindings accepted = new AcceptedFindings(accepting, context);
      DisjointZonesProof disjoint =
          new DisjointZonesProof(world, program, space, checker, accepted);
      ExcludedPods excluded = excluded(disjoint, workloads, space);
      soFar.assume(excluded.pairs());
      checker.assume(excluded.noEndIsExcluded());
      if (!settable.isNone()) {
        checker.assume(excluded.sourceWearsNone());
      }
      Relations relations = new Relations(space, program, covered, may, excluded, settable);
      Replay replay =
          new Replay(covered, program, may, excluded, new WornLabels(vocabulary, settable));
      PartialCoverage partial = new PartialCoverage(world, coverage, relations);
      PathFinder finder = new PathFinder(relations, workloads, checker, replay, deadline);
      Set<String> names = relations.names();
      Extents extents = new Extents(program, names);
      ConnectionAcceptance acceptance =
          new ConnectionAcceptance(
              accepted,
              new AcceptedRegions(relations, accepting.context(), context),
              extents,
              checker);
      PathProof paths = new PathProof(relations, checker, finder, deadline);
      Certification certification = new Certification(relations, checker, paths);
      ClaimProgress progress =
          new ClaimProgress(claims(wanted).size(), !wanted.standing().isEmpty());
      if (!wanted.standing().isEmpty()) {
        new StandingClaims(
                relations, checker, replay, finder, accepted, acceptance, deadline, progress)
            .decide(
                wanted.standing(),
                decided -> {
                  soFar.add(reported(partial, decided));
                  if (isCertified()) {
                    certification.add(decided, 0, List.of());
                  }
                });
      }
      disjoint.verdicts().forEach(decided -> soFar.add(reported(partial, decided)));
      AssertionProof assertions =
          new AssertionProof(
              relations,
              checker,
              replay,
              acceptance,
              new WaivedPaths(relations, checker, paths, accepted, extents));
      List<Waiver> unused = new ArrayList<>();
      for (List<Assertion> instances : InstanceVerdicts.byName(asserted(wanted))) {
        progress.begin(new Claim.Asserted(instances.getFirst()));
        InstanceVerdicts verdicts = new InstanceVerdicts();
        List<ClaimVerdict> ofInstances = new ArrayList<>();
        for (int i = 0; i < instances.size(); i++) {
          Assertion assertion = instances.get(i);
          List<Waiver> waivers = waiversOf(assertion);
          AssertionVerdict found = assertions.decide(assertion, waivers);
          ClaimVerdict decided = new ClaimVerdict(new Claim.Asserted(assertion), found.verdict());
          verdicts.add(partial.limited(decided), found.unused());
          ofInstances.add(decided);
        }
        ClaimVerdict ofAssertion = verdicts.ofAssertion();
        soFar.add(new GapVerdicts(gaps).limited(ofAssertion));
        if (isCertified() && ofAssertion.verdict().holds()) {
          for (int i = 0; i < ofInstances.size(); i++) {
            certification.add(ofInstances.get(i), i, waiversOf(instances.get(i)));
          }
        }
        unused.addAll(verdicts.unused());
      }
      return new VerificationResult(
          soFar.verdicts(),
          excluded.pairs(),
          gaps.isEmpty() && coverage instanceof Coverage.Whole ? unused : List.of(),
          accepted.result(names),
          checker.questions(),
          isCertified()
              ? List.of(
                  new CertifiedRun(
                      addresses,
                      vocabulary,
                      excluded.noEndIsExcluded(),
                      excluded.pairs(),
                      certification.claims(),
                      certification.uncertified()))
              : List.of());
    }
  }

  private ExcludedPods excluded(
      DisjointZonesProof disjoint, List<Workload> workloads, BoxSpace space) {
    ExcludedPods excluded = disjoint.decide().in(scope, program);
    return switch (pods) {
      case OPEN -> excluded;
      case CLOSED -> excluded.allBut(DeployedPods.of(workloads, space));
    };
  }

  /** Returns whether proofs are collected. With a gap or a part of a cluster, nothing is proved. */
  private boolean isCertified() {
    return certifying && gaps.isEmpty() && coverage instanceof Coverage.Whole;
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

  private ClaimVerdict reported(PartialCoverage partial, ClaimVerdict decided) {
    return new GapVerdicts(gaps).limited(partial.limited(decided));
  }

  /** Returns all claims, in the order in which they are decided. */
  private List<Claim> claims(Claims wanted) {
    List<Claim> claims = new ArrayList<>(wanted.standing());
    InstanceVerdicts.byName(asserted(wanted))
        .forEach(instances -> claims.add(new Claim.Asserted(instances.getFirst())));
    return claims;
  }

  private List<Assertion> asserted(Claims wanted) {
    return wanted.assertions() ? program.assertions() : List.of();
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
