package dev.zonec.cli;

import dev.zonec.application.adversary.AdversaryData;
import dev.zonec.application.adversary.AdversaryOutcome;
import dev.zonec.application.adversary.AdversaryRequest;
import dev.zonec.application.core.ExplainedClaim;
import dev.zonec.application.core.ExplanationData;
import dev.zonec.application.core.ExplanationText;
import dev.zonec.application.cut.CutAnswer;
import dev.zonec.application.report.Report;
import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.application.verify.Verify;
import dev.zonec.application.verify.VerifyEntries;
import dev.zonec.cli.format.text.TextReport;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.verifier.report.VerificationData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@code verify} does with the result of each variant. */
sealed interface VerifyOutput
    permits VerifyOutput.All,
        VerifyOutput.Text,
        VerifyOutput.Json,
        VerifyOutput.Entries,
        CertificateReport {
  /** The verification of a variant begins. */
  void begin(String variant, Console console);

  /** Compiled files are out of date, if the text is not empty. */
  default void headline(String text, Console console) {}

  /**
   * A variant was verified.
   *
   * @param warnings warnings about its policies and about the program as a whole, which are printed
   *     already
   */
  void verified(
      String variant, VariantOutcome.Verified verified, List<Diagnostic> warnings, Console console);

  /** Adversaries were tried on the variant that was verified last. */
  default void tried(AdversaryRequest request, AdversaryOutcome outcome, Console console) {}

  /** Claims of the variant that was verified last were explained. */
  default void explained(
      VariantOutcome.Verified verified, List<ExplainedClaim> claims, Console console) {}

  /** Rules were found that close paths of the variant that was verified last, or none. */
  default void cut(CutAnswer answer, Console console) {}

  /** A variant does not compile. */
  void rejected(String variant, List<Diagnostic> problems, Console console);

  /** The time ran out before a variant was verified. */
  void timedOut(String variant, List<Diagnostic> why);

  /** Several outputs, one after the other. */
  record All(List<VerifyOutput> outputs) implements VerifyOutput {
    @Override
    public void headline(String text, Console console) {
      outputs.forEach(output -> output.headline(text, console));
    }

    @Override
    public void begin(String variant, Console console) {
      outputs.forEach(output -> output.begin(variant, console));
    }

    @Override
    public void verified(
        String variant,
        VariantOutcome.Verified verified,
        List<Diagnostic> warnings,
        Console console) {
      outputs.forEach(output -> output.verified(variant, verified, warnings, console));
    }

    @Override
    public void tried(AdversaryRequest request, AdversaryOutcome outcome, Console console) {
      outputs.forEach(output -> output.tried(request, outcome, console));
    }

    @Override
    public void explained(
        VariantOutcome.Verified verified, List<ExplainedClaim> claims, Console console) {
      outputs.forEach(output -> output.explained(verified, claims, console));
    }

    @Override
    public void cut(CutAnswer answer, Console console) {
      outputs.forEach(output -> output.cut(answer, console));
    }

    @Override
    public void rejected(String variant, List<Diagnostic> problems, Console console) {
      outputs.forEach(output -> output.rejected(variant, problems, console));
    }

    @Override
    public void timedOut(String variant, List<Diagnostic> why) {
      outputs.forEach(output -> output.timedOut(variant, why));
    }
  }

  /**
   * For people: findings on standard error, a summary on standard output.
   *
   * @param options whether only the findings are printed, or also the claims that hold
   * @param tree how the paths of findings are drawn
   */
  record Text(Verify.Ready ready, OutputOptions options, TreeOption tree) implements VerifyOutput {
    @Override
    public void headline(String text, Console console) {
      if (!text.isEmpty() && !options.quiet()) {
        console.wrapped(text);
      }
    }

    @Override
    public void begin(String variant, Console console) {
      if (!variant.isEmpty() && !options.quiet()) {
        console.line(variant + ":");
      }
    }

    @Override
    public void verified(
        String variant,
        VariantOutcome.Verified verified,
        List<Diagnostic> warnings,
        Console console) {
      console.report(
          tree.drawn(
              options.all() ? ready.diagnostics(verified) : ready.groupedDiagnostics(verified),
              verified));
      if (!options.quiet()) {
        boolean given = ready.request().manifests().given();
        ready
            .summary(verified)
            .lines(verified.result(), verified.zones(), given)
            .forEach(console::wrapped);
      }
      if (options.verbose()) {
        VerifyEntries.held(ready, verified).forEach(entry -> console.line(TextReport.held(entry)));
      }
    }

    @Override
    public void tried(AdversaryRequest request, AdversaryOutcome outcome, Console console) {
      if (!options.quiet()) {
        new AdversaryTable(console).print(outcome, request.enforced());
      }
    }

    @Override
    public void explained(
        VariantOutcome.Verified verified, List<ExplainedClaim> claims, Console console) {
      if (!options.quiet()) {
        ExplanationText.lines(verified, claims).forEach(console::line);
      }
    }

    @Override
    public void cut(CutAnswer answer, Console console) {
      if (!options.quiet()) {
        answer.lines().forEach(console::line);
      }
    }

    @Override
    public void rejected(String variant, List<Diagnostic> problems, Console console) {
      console.report(problems);
    }

    @Override
    public void timedOut(String variant, List<Diagnostic> why) {}
  }

  /** The entries of a report. */
  record Entries(Verify.Ready ready, VerifyEntries entries) implements VerifyOutput {
    Entries(Verify.Ready ready) {
      this(ready, VerifyEntries.of(ready));
    }

    @Override
    public void begin(String variant, Console console) {}

    @Override
    public void verified(
        String variant,
        VariantOutcome.Verified verified,
        List<Diagnostic> warnings,
        Console console) {
      entries.verified(variant, ready, verified, warnings);
    }

    @Override
    public void rejected(String variant, List<Diagnostic> problems, Console console) {
      entries.rejected(variant, problems);
    }

    @Override
    public void timedOut(String variant, List<Diagnostic> why) {
      entries.undecided(variant, why);
    }

    Report report() {
      return entries.report();
    }
  }

  /** The JSON document of {@code verify}. */
  record Json(Verify.Ready ready, List<Map<String, Object>> runs) implements VerifyOutput {
    Json(Verify.Ready ready) {
      this(ready, new ArrayList<>());
    }

    /** Returns the document of a run whose inputs cannot be used. */
    static String unusable(List<Diagnostic> problems) {
      return dev.zonec.cli.Json.text(VerificationData.of(problems, List.of())) + "\n";
    }

    @Override
    public void begin(String variant, Console console) {}

    @Override
    public void verified(
        String variant,
        VariantOutcome.Verified verified,
        List<Diagnostic> warnings,
        Console console) {
      List<Diagnostic> all = new ArrayList<>(verified.warnings());
      all.addAll(warnings);
      runs.add(
          VerificationData.run(
              variant,
              ready.summary(verified),
              verified.report(),
              verified.result(),
              verified.findings(),
              verified.zones(),
              all,
              ready::remaining));
    }

    @Override
    public void tried(AdversaryRequest request, AdversaryOutcome outcome, Console console) {
      runs.getLast().putAll(new AdversaryData(request.verified()).of(outcome, request.deletions()));
    }

    @Override
    public void explained(
        VariantOutcome.Verified verified, List<ExplainedClaim> claims, Console console) {
      runs.getLast().put("explanations", ExplanationData.of(verified, claims));
    }

    @Override
    public void cut(CutAnswer answer, Console console) {
      List<Object> all = new ArrayList<>();
      if (runs.getLast().get("cuts") instanceof List<?> earlier) {
        all.addAll(earlier);
      }
      all.add(answer.data());
      runs.getLast().put("cuts", all);
    }

    @Override
    public void rejected(String variant, List<Diagnostic> problems, Console console) {
      runs.add(VerificationData.rejected(variant, problems));
    }

    @Override
    public void timedOut(String variant, List<Diagnostic> why) {
      runs.add(VerificationData.timedOut(variant));
    }

    /** Returns the document. */
    String text() {
      return dev.zonec.cli.Json.text(VerificationData.of(ready.problems(), runs)) + "\n";
    }
  }
}
