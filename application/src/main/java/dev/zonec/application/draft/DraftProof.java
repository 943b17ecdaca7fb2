package dev.zonec.application.draft;

import dev.zonec.application.input.ReadManifests;
import dev.zonec.compiler.CompileOptions;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.Loading;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.Conclusion;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.FoundEnds;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.proof.Gap;
import dev.zonec.verifier.proof.PatternNamespaces;
import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.proof.VerificationResult;
import dev.zonec.verifier.proof.WorldKind;
import dev.zonec.verifier.report.AddressText;
import dev.zonec.verifier.report.HostNetworkText;
import dev.zonec.verifier.report.ProvedPolicies;
import dev.zonec.verifier.report.VerificationReport;
import dev.zonec.verifier.report.VerificationSummary;
import java.util.ArrayList;
import java.util.List;

/** The proof that a draft, read back from its text, allows exactly what the policies allow. */
public record DraftProof(ImportOutcome.Drafted drafted) {
  /** The outcome of the proof. */
  public sealed interface Outcome {
    /** The draft does not parse or resolve: a bug. */
    record NoProgram(List<Diagnostic> problems) implements Outcome {}

    /**
     * The draft was compared with the policies.
     *
     * @param warnings gaps, and warnings about pods and addresses
     */
    record Compared(
        ImportOutcome.Drafted drafted,
        ZoneProgram program,
        List<Diagnostic> warnings,
        VerificationResult result)
        implements Outcome {
      /** Returns the claims that do not hold as diagnostics. */
      public List<Diagnostic> diagnostics() {
        return new VerificationReport(program).diagnostics(result);
      }

      /** Returns whether the draft allows what the policies allow, and no more. */
      public Conclusion equal() {
        return result.conclusion();
      }

      /** Returns what the draft comes to. A draft that leaves out rules is not equal. */
      public Conclusion conclusion() {
        return drafted.draft().inexpressible().isEmpty() ? equal() : Conclusion.VIOLATED;
      }

      /** Returns what the proof assumes, as sentences. */
      public List<String> assumptions() {
        ReadManifests read = drafted.read();
        return new VerificationSummary(
                program,
                read.world(),
                drafted.request().may(),
                ProvedPolicies.AS_WRITTEN,
                drafted.request().day(),
                read.coverage(),
                FoundEnds.NONE,
                PatternNamespaces.of(program, read.world()),
                WorldKind.OPEN)
            .assuming(result);
      }
    }
  }

  /**
   * Compares the draft with the policies. Claims that are open at the deadline are inconclusive.
   */
  public Outcome outcome(Deadline deadline) {
    ImportRequest request = drafted.request();
    ProgramSources sources =
        ProgramSources.of(List.of(Source.of(request.target().name(), drafted.text())));
    return switch (Compiler.load(sources, new CompileOptions(request.day(), List.of()))) {
      case Loading.Rejected(var problems) -> new Outcome.NoProgram(problems);
      // A draft has no parameters, so there is one variant.
      case Loading.Loaded(var variants, var warnings, var suppressed) ->
          compared(variants.getFirst().program(), request.may(), deadline);
    };
  }

  private Outcome compared(ZoneProgram program, Reading may, Deadline deadline) {
    ReadManifests read = drafted.read();
    World world = read.world();
    List<Gap> gaps = new ArrayList<>(read.gaps());
    HostNetworkText hosts = new HostNetworkText(world, program, may);
    hosts.gaps().forEach(problem -> gaps.add(new Gap(problem)));
    List<Diagnostic> warnings = new ArrayList<>(gaps.stream().map(Gap::problem).toList());
    warnings.addAll(hosts.warnings(true));
    warnings.addAll(AddressText.of(world, program.cluster()));
    return new Outcome.Compared(
        drafted,
        program,
        warnings,
        new Verification(world, program, may, deadline, gaps, read.coverage()).runBothWays());
  }
}
