package dev.zonec.application.verify;

import dev.zonec.application.baseline.Baseline;
import dev.zonec.application.baseline.BaselineFile;
import dev.zonec.application.baseline.BaselineWarnings;
import dev.zonec.application.input.Inputs;
import dev.zonec.application.input.ReadManifests;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.LoadedVariant;
import dev.zonec.compiler.Loading;
import dev.zonec.compiler.ignore.IgnoreComments;
import dev.zonec.compiler.ignore.Sifted;
import dev.zonec.compiler.ignore.Suppressed;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.kubernetes.live.ReadExtent;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.FoundEnds;
import dev.zonec.verifier.report.ProvedPolicies;
import dev.zonec.verifier.report.VerificationSummary;
import dev.zonec.verifier.smt.Z3Checker;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The first step of a verification: the inputs, before any variant is proved. */
public sealed interface Verify {
  /**
   * The inputs cannot be used.
   *
   * @param problems the reasons; at least one
   * @param files the sources, as far as they are known
   */
  record Unusable(List<Diagnostic> problems, List<String> files) implements Verify {}

  /**
   * The program and the manifests are read.
   *
   * @param warnings warnings about zones without pods, and about the program
   * @param suppressed the warnings of these kinds that comments suppress
   * @param read the manifests
   * @param ends the addresses of the API server and the nodes, for each of these externals that the
   *     program uses
   * @param baseline the accepted findings
   * @param variants the variants of the program, one for each combination of values of its
   *     parameters
   */
  record Ready(
      List<Diagnostic> warnings,
      List<Suppressed> suppressed,
      ReadManifests read,
      FoundEnds ends,
      Baseline baseline,
      List<LoadedVariant> variants,
      ProgramSources sources,
      VerifyRequest request)
      implements Verify {
    /** Returns the same inputs with other accepted findings. */
    public Ready with(Baseline accepted) {
      return new Ready(warnings, suppressed, read, ends, accepted, variants, sources, request);
    }

    /** Returns the verification of {@code variant}, which runs when its outcome is requested. */
    public VariantVerification verification(LoadedVariant variant) {
      return new VariantVerification(this, variant);
    }

    /** Returns the warnings about the program, and the problems of the manifests. */
    public List<Diagnostic> problems() {
      return Stream.of(warnings, read.accepted(), read.problems()).flatMap(List::stream).toList();
    }

    /** Returns the diagnostics of {@code found} that no comment of the sources suppresses. */
    public List<Diagnostic> remaining(List<Diagnostic> found) {
      return IgnoreComments.remaining(found, sources.sources());
    }

    /** Returns the findings of a variant as diagnostics, without those that comments suppress. */
    public List<Diagnostic> diagnostics(VariantOutcome.Verified verified) {
      return remaining(verified.report().diagnostics(verified.findings(), verified.result()));
    }

    /** Returns the same diagnostics, with one for findings that one rule causes. */
    public List<Diagnostic> groupedDiagnostics(VariantOutcome.Verified verified) {
      return GroupedFindings.of(this, verified, diagnostics(verified));
    }

    /** Returns the summary of a verified variant. */
    public VerificationSummary summary(VariantOutcome.Verified verified) {
      return new VerificationSummary(
          verified.program(),
          verified.world(),
          request.may(),
          verified.planned() ? ProvedPolicies.PLAN : ProvedPolicies.AS_WRITTEN,
          request.program().day(),
          read.coverage(),
          ends,
          verified.namespaces(),
          request.world().kind());
    }
  }

  /** Reads the inputs of a verification. */
  static Verify of(VerifyRequest request) {
    // Load the solver's native code in the background.
    Thread.ofPlatform().daemon().start(Z3Checker::warmUp);
    BaselineFile.Reading accepted = accepted(request);
    return switch (Inputs.load(request.program(), request.manifests(), ReadExtent.ALL_OBJECTS)) {
      case Inputs.Unusable(var problems) ->
          new Unusable(with(accepted.problems(), problems), request.program().names());
      case Inputs.Loaded loaded -> resolved(loaded, request, accepted);
    };
  }

  /** Does the same for inputs that are loaded already. */
  static Verify of(Inputs.Loaded loaded, VerifyRequest request) {
    return resolved(loaded, request, accepted(request));
  }

  private static BaselineFile.Reading accepted(VerifyRequest request) {
    return request
        .baseline()
        .map(file -> BaselineFile.read(Path.of(file.location()), file.name()))
        .orElseGet(() -> new BaselineFile.Reading.Read(Baseline.NONE));
  }

  private static Verify resolved(
      Inputs.Loaded loaded, VerifyRequest request, BaselineFile.Reading accepted) {
    return switch (accepted) {
      case BaselineFile.Reading.Invalid(var problems) ->
          new Unusable(problems, request.program().names());
      case BaselineFile.Reading.Read(Baseline baseline) -> resolved(loaded, request, baseline);
    };
  }

  private static List<Diagnostic> with(List<Diagnostic> first, List<Diagnostic> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static Verify resolved(Inputs.Loaded loaded, VerifyRequest request, Baseline baseline) {
    Progress.begin("checking the program");
    FoundEnds ends = loaded.manifests().ends();
    return switch (Compiler.load(
        loaded.sources(), request.program().options(List.of(), loaded.params(), ends))) {
      case Loading.Rejected(var problems) -> new Unusable(problems, request.program().names());
      case Loading.Loaded(var variants, var warnings, var suppressed) -> {
        // Replicas are distinguished by the labels that any variant selects.
        List<Selector> selectors =
            variants.stream().flatMap(v -> v.program().podSelectors().stream()).distinct().toList();
        ReadManifests read = request.manifests().read(loaded.manifests(), selectors);
        List<Diagnostic> empty =
            EmptyZones.warnings(variants.stream().map(LoadedVariant::program).toList(), read);
        Sifted sifted = Sifted.of(empty, loaded.sources().sources());
        yield new Ready(
            Stream.of(
                    BaselineWarnings.expired(baseline, request.program().day()).stream(),
                    sifted.remaining().stream(),
                    warnings.stream())
                .flatMap(each -> each)
                .toList(),
            Stream.concat(sifted.suppressed().stream(), suppressed.stream()).toList(),
            read,
            ends,
            baseline,
            variants,
            loaded.sources(),
            request);
      }
    };
  }
}
