package dev.zonec.cli;

import dev.zonec.application.verify.VariantOutcome;
import dev.zonec.application.verify.VariantVerification;
import dev.zonec.application.verify.Verify;
import dev.zonec.application.verify.VerifyRequest;
import dev.zonec.application.verify.VerifyRequest.Policies;
import dev.zonec.compiler.LoadedVariant;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.Severity;
import dev.zonec.verifier.proof.VerificationResult;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zonec verify}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Proves, for every pod that could exist, that all policies together allow what the program"
          + " declares and nothing else, and that its assertions hold.",
      "If no manifest was generated from the program, zonec compiles the program in memory and"
          + " proves this plan. Otherwise it proves the policies as written. For values of"
          + " parameters other than the given and default ones, it always proves the plan."
    })
final class VerifyCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "ZONES",
      arity = "1..*",
      description = ".zone files, or folders with .zone files")
  private List<String> zones = List.of();

  @Mixin private ProgramOptions program = new ProgramOptions();
  @Mixin private ManifestOptions manifests = new ManifestOptions();

  static final class Mode {
    @Option(
        names = "--plan",
        description = "prove the compiled policies, together with policies of others")
    private boolean plan;

    @Option(names = "--as-written", description = "prove the policies as written")
    private boolean asWritten;

    Policies policies() {
      if (plan) {
        return Policies.PLAN;
      }
      return asWritten ? Policies.AS_WRITTEN : Policies.PLAN_IF_NOT_WRITTEN;
    }
  }

  @ArgGroup(exclusive = true)
  private Mode mode = new Mode();

  @Mixin private TimeLimit limit = new TimeLimit();

  @Mixin private ExpiryOptions expiry = new ExpiryOptions();
  @Mixin private AssumeOptions assume = new AssumeOptions();
  @Mixin private PolicyLintOptions lint = new PolicyLintOptions();
  @Mixin private OutputOptions options = new OutputOptions();

  enum Format {
    TEXT,
    JSON;

    /** As commands write it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json (default: text)")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    Console console = options.console();
    VerifyRequest request =
        new VerifyRequest(
            program.request(zones, expiry.day(), expiry.expired()),
            manifests.request(options.progress(console)),
            mode.policies(),
            assume.may());
    return limit
        .claims(console, () -> Verify.of(request))
        .map(verify -> report(verify, console))
        .orElse(ExitCode.INCONCLUSIVE)
        .number();
  }

  private ExitCode report(Verify verify, Console console) {
    return switch (verify) {
      case Verify.Unusable(var problems) -> {
        console.report(problems);
        yield ExitCode.BAD_INPUT;
      }
      case Verify.Ready ready -> {
        console.report(ready.warnings());
        new ManifestsReport(console, options).read(ready.read());
        console.report(ready.read().problems());
        VerifyOutput output =
            switch (format) {
              case TEXT -> new VerifyOutput.Text(ready, expiry.day(), options.quiet());
              case JSON -> new VerifyOutput.Json(ready, expiry.day());
            };
        ExitCode worst = ExitCode.HOLDS;
        for (LoadedVariant variant : ready.variants()) {
          Console variantConsole =
              ready.variants().size() > 1 ? console.noting(variant.label()) : console;
          if (!variant.label().isEmpty() && !options.quiet() && format == Format.TEXT) {
            console.line(variant.label() + ":");
          }
          VariantVerification verification = ready.verification(variant);
          worst =
              worst.worse(
                  limit
                      .remaining(console, () -> verification.outcome(limit.deadline()))
                      .map(
                          outcome ->
                              report(variant.label(), outcome, ready, output, variantConsole))
                      .orElseGet(
                          () -> {
                            output.timedOut(variant.label());
                            return ExitCode.INCONCLUSIVE;
                          }));
          limit.restart();
        }
        output.end(console);
        yield worst;
      }
    };
  }

  private ExitCode report(
      String variant,
      VariantOutcome outcome,
      Verify.Ready ready,
      VerifyOutput output,
      Console console) {
    return switch (outcome) {
      case VariantOutcome.Rejected(var problems) -> {
        output.rejected(variant, problems, console);
        yield ExitCode.BAD_INPUT;
      }
      case VariantOutcome.Verified verified -> {
        console.report(verified.warnings());
        new ManifestsReport(console, options)
            .policies(ready.read(), verified.program().cluster(), lint);
        if (verified.declaresNothing()) {
          console.report(List.of(nothing()));
        }
        output.verified(variant, verified, console);
        yield exitCode(verified.result());
      }
    };
  }

  private static Diagnostic nothing() {
    return new Diagnostic(
        Severity.WARNING,
        Code.ZC0512,
        "the program declares no flow and no assertion",
        new Place.Nowhere(),
        "",
        List.of());
  }

  private static ExitCode exitCode(VerificationResult result) {
    if (result.anyRefuted()) {
      return ExitCode.VIOLATION;
    }
    return result.allProved() ? ExitCode.HOLDS : ExitCode.INCONCLUSIVE;
  }
}
