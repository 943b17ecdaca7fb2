package dev.zonec.cli;

import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.application.verify.Verify;
import dev.zonec.compiler.ignore.IgnoreComments;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.verifier.report.ProvedPolicies;
import dev.zonec.verifier.report.VerificationData;
import dev.zonec.verifier.report.VerificationReport;
import dev.zonec.verifier.report.VerificationSummary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How {@code verify} prints what came of each variant. */
sealed interface VerifyOutput {
  /** The verification of a variant begins. */
  void begin(String variant, Console console);

  /** A variant was verified. */
  void verified(String variant, VariantOutcome.Verified verified, Console console);

  /** A variant does not compile. */
  void rejected(String variant, List<Diagnostic> problems, Console console);

  /** The time ran out before a variant was verified. */
  void timedOut(String variant);

  /** There are no more variants. */
  void end(Console console);

  /** The lines that sum a variant up. */
  private static VerificationSummary summary(
      VariantOutcome.Verified verified, Verify.Ready ready, LocalDate day) {
    return new VerificationSummary(
        verified.program(),
        verified.world(),
        ready.request().may(),
        verified.planned() ? ProvedPolicies.PLAN : ProvedPolicies.AS_WRITTEN,
        day,
        ready.read().coverage(),
        ready.ends(),
        verified.namespaces());
  }

  private static VerificationReport report(VariantOutcome.Verified verified) {
    return new VerificationReport(verified.program(), verified.origins());
  }

  /**
   * For people: findings on standard error, a summary on standard output.
   *
   * @param quiet whether only the findings are printed
   */
  record Text(Verify.Ready ready, LocalDate day, boolean quiet) implements VerifyOutput {
    @Override
    public void begin(String variant, Console console) {
      if (!variant.isEmpty() && !quiet) {
        console.line(variant + ":");
      }
    }

    @Override
    public void verified(String variant, VariantOutcome.Verified verified, Console console) {
      console.report(
          IgnoreComments.remaining(
              report(verified).diagnostics(verified.result()), ready.sources().sources()));
      if (!quiet) {
        boolean given = ready.request().manifests().given();
        summary(verified, ready, day)
            .lines(verified.result(), verified.zones(), given)
            .forEach(console::line);
      }
    }

    @Override
    public void rejected(String variant, List<Diagnostic> problems, Console console) {
      console.report(problems);
    }

    @Override
    public void timedOut(String variant) {}

    @Override
    public void end(Console console) {}
  }

  /** For programs: one JSON document on standard output. */
  record Json(Verify.Ready ready, LocalDate day, List<Map<String, Object>> runs)
      implements VerifyOutput {
    Json(Verify.Ready ready, LocalDate day) {
      this(ready, day, new ArrayList<>());
    }

    /** Prints the document if nothing was verified because of {@code problems}. */
    static void noRun(List<Diagnostic> problems, Console console) {
      console.line(dev.zonec.cli.Json.text(VerificationData.of(problems, List.of())));
    }

    @Override
    public void begin(String variant, Console console) {}

    @Override
    public void verified(String variant, VariantOutcome.Verified verified, Console console) {
      runs.add(
          VerificationData.run(
              variant,
              summary(verified, ready, day),
              report(verified),
              verified.result(),
              verified.zones(),
              verified.warnings(),
              problems -> IgnoreComments.remaining(problems, ready.sources().sources())));
    }

    @Override
    public void rejected(String variant, List<Diagnostic> problems, Console console) {
      runs.add(VerificationData.rejected(variant, problems));
    }

    @Override
    public void timedOut(String variant) {
      runs.add(VerificationData.timedOut(variant));
    }

    @Override
    public void end(Console console) {
      List<Diagnostic> problems = new ArrayList<>(ready.warnings());
      problems.addAll(ready.read().accepted());
      problems.addAll(ready.read().problems());
      console.line(dev.zonec.cli.Json.text(VerificationData.of(problems, runs)));
    }
  }
}
