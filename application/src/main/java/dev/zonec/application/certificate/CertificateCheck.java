package dev.zonec.application.certificate;

import dev.zonec.application.certificate.CertificateOutcome.Step;
import dev.zonec.application.verify.VariantVerification.Preparation;
import dev.zonec.application.verify.Verify;
import dev.zonec.checker.claim.Result;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Counted;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.kubernetes.world.Coverage;
import dev.zonec.verifier.proof.CertifiedRun;
import dev.zonec.verifier.proof.Verification;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks certificates of the same inputs.
 *
 * <p>The check computes the whole certificate again from the inputs, with the invariants of the
 * certificate, and compares all bytes. A certificate is therefore equal to the one that the inputs
 * give, whatever was changed in it, except that other invariants may be just as good. Whether they
 * are is what the following steps decide.
 */
public final class CertificateCheck {
  private final Verify.Ready inputs;
  private final InputDigests files;
  private final Path folder;
  private final Map<String, Preparation> prepared = new ConcurrentHashMap<>();

  /**
   * @param inputs the inputs
   * @param files the files of the inputs
   * @param folder the folder of the certificate, for messages
   */
  public CertificateCheck(Verify.Ready inputs, InputDigests files, Path folder) {
    this.inputs = inputs;
    this.files = files;
    this.folder = folder;
  }

  /**
   * Returns what the check of a certificate comes to.
   *
   * @param found the text of each file in the folder
   */
  public CertificateOutcome outcome(SortedMap<String, String> found, Deadline deadline) {
    JsonNode document;
    try {
      document = JsonMapper.shared().readTree(found.getOrDefault(Certificate.DOCUMENT, ""));
    } catch (JacksonException e) {
      return unreadable("it is not JSON: " + e.getOriginalMessage());
    }
    if (!document.path("format").asString("").equals(CertificateDocument.FORMAT)
        || document.path("version").asInt(0) != CertificateDocument.VERSION) {
      return unreadable("it is not a certificate of version " + CertificateDocument.VERSION);
    }
    List<Diagnostic> foreign = new CertificateDigests(document, folder).problems(found);
    if (!foreign.isEmpty()) {
      return new CertificateOutcome.Refused(List.of(), foreign);
    }
    Optional<Diagnostic> changed =
        new InputComparison(document).problem(files, CertificateDocument.options(inputs.request()));
    if (changed.isPresent()) {
      return new CertificateOutcome.Refused(List.of(), List.of(changed.get()));
    }
    List<Step> steps = new ArrayList<>();
    steps.add(
        new Step("inputs", Counted.of(files.files().size(), "file") + " as in the certificate"));
    Progress.begin("computing the obligations");
    List<RecomputedRun> runs;
    try {
      runs = recomputed(document, deadline);
    } catch (InvalidCertificate e) {
      return refused(steps, e.reason());
    }
    Certificate expected = certificate(runs);
    List<Diagnostic> different = new CertificateComparison(folder, found, expected).problems();
    if (!different.isEmpty()) {
      return new CertificateOutcome.Refused(steps, different);
    }
    steps.add(
        new Step(
            "encoding", Counted.of(obligations(runs), "obligation") + " as the inputs give them"));
    return confirmed(runs, expected, others(document), steps, deadline);
  }

  /** Asks the second solver and the checker. */
  private CertificateOutcome confirmed(
      List<RecomputedRun> runs,
      Certificate certificate,
      List<String> others,
      List<Step> steps,
      Deadline deadline) {
    Findings findings = new Findings();
    Progress.begin("asking the second solver");
    for (int i = 0; i < runs.size(); i++) {
      RunDocument document =
          new RunDocument(i + 1, inputs, files.root(), runs.get(i).variant(), runs.get(i).run());
      new SecondSolver(new ScriptSolver.Smtinterpol(), deadline)
          .problems(document.claims(), certificate.files())
          .values()
          .forEach(findings::add);
    }
    if (findings.any()) {
      return findings.outcome(steps);
    }
    steps.add(new Step("second solver", "SMTInterpol finds every obligation unsatisfiable"));
    Progress.begin("checking the claims again");
    List<CheckedClaims> checked = runs.stream().map(CheckedClaims::of).toList();
    checked.forEach(claims -> findings.addAll(claims.run(), claims.open(deadline)));
    if (findings.any()) {
      return findings.outcome(steps);
    }
    steps.add(
        new Step("checker", Counted.of(claims(runs), "claim") + " shown again from the policies"));
    Progress.begin("listing the connections of workloads");
    checked.forEach(claims -> findings.addAll(claims.run(), claims.deployed(deadline)));
    if (findings.any()) {
      return findings.outcome(steps);
    }
    int workloads = inputs.read().world().workloads().size();
    steps.add(
        new Step(
            "deployed",
            workloads == 0
                ? "no workload in the manifests"
                : "no connection of "
                    + Counted.of(workloads, "workload")
                    + " contradicts a claim or leaves an invariant"));
    return new CertificateOutcome.Confirmed(steps, claims(runs), others);
  }

  /** The reasons why a certificate is not confirmed. */
  private final class Findings {
    private final List<Diagnostic> refuted = new ArrayList<>();
    private final List<Diagnostic> open = new ArrayList<>();

    boolean any() {
      return !refuted.isEmpty() || !open.isEmpty();
    }

    CertificateOutcome outcome(List<Step> steps) {
      return refuted.isEmpty()
          ? new CertificateOutcome.Undecided(steps, open)
          : new CertificateOutcome.Refused(steps, refuted);
    }

    void add(SecondSolver.Problem problem) {
      switch (problem) {
        case SecondSolver.Problem.Possible(String file, String says, String script) ->
            refuted.add(
                Diagnostic.errorIn(
                        Code.ZC1503,
                        folder.resolve(file).toString(),
                        "an obligation of the certificate does not hold")
                    .note("SMTInterpol finds that this is possible: " + says));
        case SecondSolver.Problem.Unknown(String file, String reason) ->
            open.add(
                Diagnostic.errorIn(
                        Code.ZC0510,
                        folder.resolve(file).toString(),
                        "the second solver does not confirm an obligation")
                    .note(reason));
      }
    }

    void addAll(RecomputedRun run, Map<String, Result> results) {
      results.forEach(
          (claim, result) -> {
            String name = run.prefix() + claim;
            switch (result) {
              case Result.Confirmed confirmed -> {}
              case Result.Refused(String reason, var connection) -> {
                Diagnostic problem =
                    Diagnostic.errorIn(
                            Code.ZC1503,
                            folder.resolve(Certificate.DOCUMENT).toString(),
                            "the checker refutes a claim of the certificate: " + name)
                        .note(reason);
                refuted.add(
                    connection.map(each -> problem.note("connection: " + each)).orElse(problem));
              }
              case Result.Undecided(String reason) ->
                  open.add(
                      Diagnostic.errorIn(
                              Code.ZC0510,
                              folder.resolve(Certificate.DOCUMENT).toString(),
                              "the checker does not decide a claim of the certificate: " + name)
                          .note(reason));
            }
          });
    }
  }

  /**
   * Returns the certificate that the inputs give, with the claims and the invariants of {@code
   * document}; empty if the document does not fit the inputs.
   */
  public Optional<Certificate> expected(JsonNode document, Deadline deadline) {
    try {
      return Optional.of(certificate(recomputed(document, deadline)));
    } catch (InvalidCertificate e) {
      return Optional.empty();
    }
  }

  private Certificate certificate(List<RecomputedRun> runs) {
    return CertificateDocument.of(
        inputs, files, runs.stream().map(RecomputedRun::variant).toList());
  }

  private List<RecomputedRun> recomputed(JsonNode document, Deadline deadline)
      throws InvalidCertificate {
    List<RecomputedRun> runs = new ArrayList<>();
    for (JsonNode run : document.path(CertificateDocument.RUNS)) {
      CertificateHints hints = new CertificateHints(run);
      Preparation.Ready ready = prepared(hints.variant(), deadline);
      CertifiedRun again = hints.recomputed(ready);
      Verification verification = ready.verification();
      runs.add(
          new RecomputedRun(
              new CertifiedVariant(
                  hints.variant(),
                  ready.planned(),
                  verification.program(),
                  verification.world(),
                  ready.namespaces(),
                  List.of(again)),
              CheckedRuns.of(verification.in(again.addresses()), again),
              verification.addresses(),
              run));
    }
    if (runs.isEmpty()) {
      throw new InvalidCertificate("the certificate has no run");
    }
    new CompleteRuns(runs).require();
    return runs;
  }

  private Preparation.Ready prepared(String label, Deadline deadline) throws InvalidCertificate {
    Optional<Preparation> known =
        inputs.variants().stream()
            .filter(variant -> variant.label().equals(label))
            .findFirst()
            .map(
                variant ->
                    prepared.computeIfAbsent(
                        label, l -> inputs.verification(variant).prepared(deadline)));
    if (known.isEmpty()) {
      throw new InvalidCertificate("the program has no variant `" + label + "`");
    }
    return switch (known.get()) {
      case Preparation.Rejected rejected ->
          throw new InvalidCertificate("the variant `" + label + "` does not compile");
      case Preparation.Ready ready -> {
        if (!ready.verification().gaps().isEmpty()
            || !(ready.verification().coverage() instanceof Coverage.Whole)) {
          throw new InvalidCertificate("nothing is proved of inputs that are not read completely");
        }
        yield ready;
      }
    };
  }

  private static int obligations(List<RecomputedRun> runs) {
    return runs.stream()
        .flatMap(each -> each.run().claims().stream())
        .mapToInt(claim -> claim.obligations().size())
        .sum();
  }

  private static int claims(List<RecomputedRun> runs) {
    return runs.stream().mapToInt(each -> each.run().claims().size()).sum();
  }

  /** Returns the claims that the certificate does not contain, and the variants without a run. */
  private List<String> others(JsonNode document) {
    Set<String> others = new LinkedHashSet<>();
    Set<String> missing = new LinkedHashSet<>();
    inputs.variants().forEach(variant -> missing.add(variant.label()));
    for (JsonNode run : document.path(CertificateDocument.RUNS)) {
      String variant = run.path(RunDocument.VARIANT).asString("");
      missing.remove(variant);
      for (JsonNode claim : run.path(RunDocument.OTHERS)) {
        others.add((variant.isEmpty() ? "" : variant + ": ") + claim.asString(""));
      }
    }
    missing.forEach(variant -> others.add(variant + ": all claims"));
    return List.copyOf(others);
  }

  private CertificateOutcome refused(List<Step> steps, String reason) {
    return new CertificateOutcome.Refused(
        steps,
        List.of(
            Diagnostic.errorIn(
                    Code.ZC1503,
                    folder.resolve(Certificate.DOCUMENT).toString(),
                    "the certificate does not fit the inputs")
                .note(reason)));
  }

  private CertificateOutcome unreadable(String reason) {
    return new CertificateOutcome.Unusable(
        List.of(
            Diagnostic.errorIn(
                    Code.ZC1502,
                    folder.resolve(Certificate.DOCUMENT).toString(),
                    "the certificate cannot be read")
                .note(reason)));
  }
}
