package dev.zonec.application.editing.program;

import dev.zonec.application.editing.program.AssertionState.Standing;
import dev.zonec.application.input.Inputs;
import dev.zonec.application.input.LoadedManifests;
import dev.zonec.application.input.ManifestLoading;
import dev.zonec.application.verify.ProofSessions;
import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.application.verify.Verify;
import dev.zonec.application.verify.VerifyRequest;
import dev.zonec.compiler.LoadedVariant;
import dev.zonec.compiler.lint.Deployed;
import dev.zonec.compiler.lint.Finding;
import dev.zonec.compiler.lint.LintOptions;
import dev.zonec.compiler.lint.Linting;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.deadline.Bounded;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.live.ReadExtent;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Assertion;
import dev.zonec.verifier.finding.Finding.Violation;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.ClaimVerdict;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.report.FindingTrees;
import dev.zonec.verifier.report.VerificationSummary;
import dev.zonec.verifier.smt.ImpossibleQuestions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Lints and verifies a program. */
public final class Proving {
  private final ProgramState state;
  private final ImpossibleQuestions known;
  private final ProofSessions sessions;
  private final List<Diagnostic> problems = new ArrayList<>();
  private final Map<String, AssertionState> assertions = new HashMap<>();
  private Optional<World> world = Optional.empty();

  private Proving(ProgramState state, ImpossibleQuestions known, ProofSessions sessions) {
    this.state = state;
    this.known = known;
    this.sessions = sessions;
  }

  /**
   * Lints and verifies the program. The result is empty if the thread is interrupted. If the time
   * limit of the configuration file is over, nothing is proved, and a warning says so.
   *
   * @param known the questions to the solver that need not be asked again
   * @param sessions the verifications of earlier states
   */
  public static Optional<ProofState> of(
      ProgramState state, ImpossibleQuestions known, ProofSessions sessions) {
    Deadline deadline = Deadline.in(state.inputs().timeLimit());
    Optional<ProofState> proved =
        Bounded.by(() -> deadline, () -> new Proving(state, known, sessions).run());
    return proved.isPresent() || Thread.currentThread().isInterrupted()
        ? proved
        : Optional.of(timedOut(state));
  }

  private static ProofState timedOut(ProgramState state) {
    Diagnostic problem =
        Diagnostic.warning(Code.ZC0546, "the time ran out: the assertions are not proved")
            .help("give more time with `timeout` in `zonec.yaml`");
    return new ProofState(state, List.of(), List.of(problem), Map.of(), Optional.empty());
  }

  private ProofState run() {
    if (state.variants().isEmpty()) {
      return new ProofState(state, List.of(), List.of(), Map.of(), Optional.empty());
    }
    List<Finding> findings = lint();
    if (state.deployment().problems().isEmpty()) {
      loaded().ifPresent(this::verify);
    }
    return new ProofState(state, findings, problems, assertions, world);
  }

  /** Runs lint, without the check for zones without pods, which the verification reports too. */
  private List<Finding> lint() {
    Deployed deployed =
        state
            .deployment()
            .content()
            .map(Deployment.Content::deployed)
            .orElseGet(Deployed.Unknown::new);
    return Linting.lint(
            state.sources(),
            new LintOptions(
                state.inputs().program().day(),
                state.params(),
                deployed,
                state.deployment().ends(),
                Set.of(),
                Set.of(Code.ZC1004)))
        .findings();
  }

  private Optional<LoadedManifests> loaded() {
    return state
        .deployment()
        .content()
        .map(Deployment.Content::loaded)
        .or(
            () ->
                state.inputs().manifests().load(ReadExtent.ALL_OBJECTS)
                        instanceof ManifestLoading.Loaded(var none)
                    ? Optional.of(none)
                    : Optional.empty());
  }

  private void verify(LoadedManifests manifests) {
    VerifyRequest request =
        new VerifyRequest(
                state.inputs().program(),
                state.inputs().manifests(),
                VerifyRequest.Policies.PLAN_IF_NOT_WRITTEN,
                state.inputs().may(),
                state
                    .inputs()
                    .settings()
                    .baseline()
                    .map(path -> new InputPath(path.name(), path.path().toString())),
                false,
                known)
            .provedBy(sessions.of(state.inputs().key()));
    switch (Verify.of(new Inputs.Loaded(state.sources(), state.params(), manifests), request)) {
      case Verify.Unusable(var found, var files) -> problems.addAll(found);
      case Verify.Ready ready -> {
        world = Optional.of(ready.read().world());
        problems.addAll(ready.problems());
        for (LoadedVariant variant : ready.variants()) {
          switch (ready.verification(variant).outcome(Deadline.current())) {
            case VariantOutcome.Rejected(var found) -> problems.addAll(found);
            case VariantOutcome.Verified verified -> add(ready, verified);
          }
        }
      }
    }
  }

  private void add(Verify.Ready ready, VariantOutcome.Verified verified) {
    problems.addAll(verified.warnings());
    problems.addAll(ready.diagnostics(verified));
    problems.addAll(verified.emptiness());
    List<String> assumptions = ready.summary(verified).assumptions(verified.result());
    SortedSet<String> vacuous = VerificationSummary.vacuous(verified.result(), verified.zones());
    for (ClaimVerdict decided : verified.result().verdicts()) {
      if (decided.claim() instanceof Claim.Asserted(Assertion assertion)) {
        assertions.merge(
            assertion.name(),
            new AssertionState(
                standing(decided.verdict(), vacuous.contains(assertion.name())),
                decided.verdict() instanceof Verdict.Inconclusive(String reason, var some)
                    ? reason
                    : "",
                workloads(assertion, verified.world()),
                assumptions,
                violations(assertion, ready, verified)),
            AssertionState::and);
      }
    }
  }

  /** Returns the findings about an assertion, with their paths as trees. */
  private static List<Diagnostic> violations(
      Assertion assertion, Verify.Ready ready, VariantOutcome.Verified verified) {
    List<Diagnostic> found =
        verified.findings().stream()
            .filter(
                finding ->
                    finding instanceof Violation violation
                        && violation.claim() instanceof Claim.Asserted(Assertion broken)
                        && broken.equals(assertion))
            .flatMap(finding -> verified.report().diagnostic(finding).stream())
            .toList();
    return new FindingTrees(verified.origins(), true)
        .in(ready.remaining(found), verified.findings());
  }

  private static Standing standing(Verdict verdict, boolean vacuous) {
    return switch (verdict) {
      case Verdict.Proved proved -> vacuous ? Standing.VACUOUS : Standing.PROVED;
      case Verdict.Waived waived -> Standing.WAIVED;
      case Verdict.Accepted accepted -> Standing.ACCEPTED;
      case Verdict.Refuted refuted -> Standing.FAILED;
      case Verdict.Inconclusive inconclusive -> Standing.INCONCLUSIVE;
      case Verdict.EmptyParty empty -> Standing.EMPTY;
    };
  }

  private static SortedSet<String> workloads(Assertion assertion, World world) {
    SortedSet<String> found = new TreeSet<>();
    world.workloads().stream()
        .filter(
            workload ->
                assertion.parties().stream().anyMatch(party -> party.contains(workload.pod())))
        .forEach(workload -> found.add(workload.label()));
    return found;
  }

  /** Returns all problems of the program, each once. */
  public static List<Diagnostic> diagnostics(ProgramState state, Optional<ProofState> proofs) {
    List<Diagnostic> all = new ArrayList<>();
    Set<Shown> seen = new HashSet<>();
    List<Diagnostic> candidates = new ArrayList<>(state.problems());
    proofs.ifPresent(
        known -> {
          known.findings().forEach(finding -> candidates.add(finding.diagnostic()));
          candidates.addAll(known.problems());
        });
    for (Diagnostic candidate : candidates) {
      if (seen.add(new Shown(candidate))) {
        all.add(candidate);
      }
    }
    return all;
  }

  /** What makes two diagnostics the same for a person: the code, the place and the message. */
  private record Shown(Object code, Object place, String message) {
    Shown(Diagnostic diagnostic) {
      this(diagnostic.code(), diagnostic.place(), diagnostic.message());
    }
  }
}
