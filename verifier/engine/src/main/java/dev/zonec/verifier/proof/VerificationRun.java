package dev.zonec.verifier.proof;

import dev.zonec.diagnostics.deadline.Bounded;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.world.Coverage;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Waiver;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.accepted.AcceptedContext;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.smt.ParallelQuestions;
import dev.zonec.verifier.smt.Z3Checker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Decides claims for one choice of the addresses of pods.
 *
 * @param verification the inputs; the ranges of its program are those of {@code addresses}
 * @param wanted the claims
 * @param addresses the addresses of pods
 * @param parts receives the parts of the proofs, if the run ends in time
 */
record VerificationRun(
    Verification verification,
    WantedClaims wanted,
    CertifiedRun.Addresses addresses,
    Consumer<ProvedParts> parts) {
  /** Returns the verdicts. At the deadline, claims without a verdict are inconclusive. */
  VerificationResult result() {
    VerdictsSoFar soFar = new VerdictsSoFar();
    return Bounded.by(verification::deadline, () -> decide(soFar))
        .orElseGet(() -> soFar.result(claims()));
  }

  private VerificationResult decide(VerdictsSoFar soFar) {
    World world = verification.world();
    ZoneProgram program = verification.program();
    Deadline deadline = verification.deadline();
    ProofOptions options = verification.options();
    Vocabulary vocabulary = verification.vocabulary();
    World covered = verification.covered();
    BoxSpace space = new BoxSpace(vocabulary);
    boolean closed = options.pods() == WorldKind.CLOSED;
    List<Workload> workloads =
        closed ? DeployedPods.workloads(world, verification.may()) : world.workloads();
    try (Z3Checker checker =
            new Z3Checker(
                vocabulary, workloads, deadline, options.known(), closed, options.settable());
        ParallelQuestions small = new ParallelQuestions(checker)) {
      AcceptedContext context =
          options.accepting().isNeeded()
              ? AcceptedContext.of(program, covered)
              : AcceptedContext.NONE;
      AcceptedFindings accepted = new AcceptedFindings(options.accepting(), context);
      DisjointZonesProof disjoint =
          new DisjointZonesProof(world, program, space, checker, accepted);
      ExcludedPods excluded = excluded(disjoint, workloads, space);
      soFar.assume(excluded.pairs());
      checker.assume(excluded.noEndIsExcluded());
      if (!options.settable().isNone()) {
        checker.assume(excluded.sourceWearsNone());
      }
      Relations relations =
          new Relations(space, program, covered, verification.may(), excluded, options.settable());
      Replay replay =
          new Replay(
              covered,
              program,
              verification.may(),
              excluded,
              new WornLabels(vocabulary, options.settable()));
      PartialCoverage partial = new PartialCoverage(world, verification.coverage(), relations);
      PathFinder finder = new PathFinder(relations, workloads, checker, replay, deadline);
      Set<String> names = relations.names();
      Extents extents = new Extents(program, names);
      ConnectionAcceptance acceptance =
          new ConnectionAcceptance(
              accepted,
              new AcceptedRegions(relations, options.accepting().context(), context),
              extents,
              checker);
      PathProof paths = new PathProof(relations, checker, small, finder, deadline);
      Certification certification = new Certification(relations, checker, paths);
      Set<UndeclaredConnections.Part> inWhole = new HashSet<>();
      ClaimProgress progress = new ClaimProgress(claims().size(), !wanted.standing().isEmpty());
      if (!wanted.standing().isEmpty()) {
        new StandingClaims(
                relations,
                checker,
                small,
                replay,
                finder,
                accepted,
                acceptance,
                deadline,
                progress,
                inWhole)
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
      for (List<Assertion> instances : InstanceVerdicts.byName(asserted())) {
        progress.begin(new Claim.Asserted(instances.getFirst()));
        InstanceVerdicts verdicts = new InstanceVerdicts();
        List<ClaimVerdict> ofInstances = new ArrayList<>();
        for (int i = 0; i < instances.size(); i++) {
          Assertion assertion = instances.get(i);
          List<Waiver> waivers = verification.waiversOf(assertion);
          AssertionVerdict found = assertions.decide(assertion, waivers);
          ClaimVerdict decided = new ClaimVerdict(new Claim.Asserted(assertion), found.verdict());
          verdicts.add(partial.limited(decided), found.unused());
          ofInstances.add(decided);
        }
        ClaimVerdict ofAssertion = verdicts.ofAssertion();
        soFar.add(new GapVerdicts(verification.gaps()).limited(ofAssertion));
        if (isCertified() && ofAssertion.verdict().holds()) {
          for (int i = 0; i < ofInstances.size(); i++) {
            certification.add(ofInstances.get(i), i, verification.waiversOf(instances.get(i)));
          }
        }
        unused.addAll(verdicts.unused());
      }
      parts.accept(
          new ProvedParts(addresses, vocabulary, excluded.pairs(), inWhole, paths.invariants()));
      return new VerificationResult(
          soFar.verdicts(),
          excluded.pairs(),
          isWhole() ? unused : List.of(),
          accepted.result(names),
          checker.questions() + small.questions(),
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
    ExcludedPods excluded = disjoint.decide().in(verification.scope(), verification.program());
    return switch (verification.options().pods()) {
      case OPEN -> excluded;
      case CLOSED -> excluded.allBut(DeployedPods.of(workloads, space));
    };
  }

  /** Returns whether proofs are collected. With a gap or a part of a cluster, nothing is proved. */
  private boolean isCertified() {
    return verification.options().certifying() && isWhole();
  }

  /** Returns whether everything is known that could change a verdict. */
  private boolean isWhole() {
    return verification.gaps().isEmpty() && verification.coverage() instanceof Coverage.Whole;
  }

  private ClaimVerdict reported(PartialCoverage partial, ClaimVerdict decided) {
    return new GapVerdicts(verification.gaps()).limited(partial.limited(decided));
  }

  /** Returns all claims, in the order in which they are decided. */
  private List<Claim> claims() {
    List<Claim> claims = new ArrayList<>(wanted.standing());
    InstanceVerdicts.byName(asserted())
        .forEach(instances -> claims.add(new Claim.Asserted(instances.getFirst())));
    return claims;
  }

  private List<Assertion> asserted() {
    return wanted.assertions() ? verification.program().assertions() : List.of();
  }
}
