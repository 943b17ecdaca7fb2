package dev.zonec.application.compile;

import dev.zonec.application.input.Inputs;
import dev.zonec.application.input.ReadManifests;
import dev.zonec.application.verify.EmptyZones;
import dev.zonec.compiler.Compilation;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.admission.AdmissionPolicies;
import dev.zonec.compiler.ignore.Sifted;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.kubernetes.live.ReadExtent;
import dev.zonec.model.program.FoundEnds;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.proof.SharedWorkloads;
import dev.zonec.verifier.report.AddressText;
import dev.zonec.verifier.report.DisjointText;
import dev.zonec.verifier.report.FoundEndsText;
import dev.zonec.verifier.report.HostNetworkText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Compiles a program and proves the policies.
 *
 * @param deadline supplies the deadline of the proof; called when the proof starts
 */
public record Compile(CompileRequest request, Supplier<Deadline> deadline) {
  /** Reads the inputs, compiles the program and proves the policies. Writes nothing. */
  public CompileOutcome outcome() {
    return switch (Inputs.load(request.program(), request.manifests(), ReadExtent.NAMESPACES)) {
      case Inputs.Unusable(var problems) -> new CompileOutcome.Unusable(problems);
      case Inputs.Loaded loaded -> compiled(loaded);
    };
  }

  private CompileOutcome compiled(Inputs.Loaded loaded) {
    ReadManifests read = request.manifests().read(loaded.manifests(), List.of());
    // An unreadable namespace would get no policies. A policy that is not modelled does not matter
    // here.
    List<Diagnostic> unreadable =
        read.problems().stream().filter(problem -> problem.code() != Code.ZC0511).toList();
    if (!unreadable.isEmpty()) {
      return new CompileOutcome.Rejected(read, unreadable);
    }
    Progress.begin("compiling the program");
    FoundEnds ends = loaded.manifests().ends();
    return switch (Compiler.compile(
        loaded.sources(), request.program().options(read.catalog(), loaded.params(), ends))) {
      case Compilation.Rejected(var problems) -> new CompileOutcome.Rejected(read, problems);
      case Compilation.Compiled compiled -> {
        ZoneProgram program = compiled.program();
        Sifted empty =
            Sifted.of(EmptyZones.warnings(List.of(program), read), loaded.sources().sources());
        List<Diagnostic> warnings = new ArrayList<>(empty.remaining());
        warnings.addAll(compiled.warnings());
        if (request.admission() && AdmissionPolicies.of(program).isEmpty()) {
          warnings.add(
              Diagnostic.warning(
                      Code.ZC1510, "the program declares nothing that admission policies enforce")
                  .help("declare who can set a label: `trust label KEY admin-only`"));
        }
        List<Diagnostic> pods = new ArrayList<>(AddressText.of(read.world(), program.cluster()));
        pods.addAll(new HostNetworkText(read.world(), program, request.may()).warnings(false));
        yield new CompileOutcome.Compiled(
            read,
            request.admission() ? compiled.withAdmissionPolicies() : compiled,
            warnings,
            Stream.concat(empty.suppressed().stream(), compiled.suppressed().stream()).toList(),
            FoundEndsText.parts(program, ends),
            pods,
            validation(loaded, read, compiled));
      }
    };
  }

  private Validation validation(
      Inputs.Loaded loaded, ReadManifests read, Compilation.Compiled compiled) {
    List<Diagnostic> inTwoZones = inTwoZones(loaded, compiled);
    return inTwoZones.isEmpty()
        ? new TranslationValidation(
                compiled, read, loaded.manifests().ends(), deadline.get(), request.known())
            .validation()
        : new Validation.Violated(inTwoZones);
  }

  /**
   * Returns an error for each workload in two zones that are declared disjoint. The world is read
   * again, because it distinguishes replicas only by the selectors that are given.
   */
  private List<Diagnostic> inTwoZones(Inputs.Loaded loaded, Compilation.Compiled compiled) {
    return Stream.concat(Stream.of(compiled.program()), compiled.alike().stream())
        .filter(each -> !each.disjoint().isEmpty())
        .flatMap(
            each ->
                SharedWorkloads.of(
                    request.manifests().read(loaded.manifests(), each.podSelectors()).world(), each)
                    .stream())
        .distinct()
        .map(each -> DisjointText.inBoth(each.zones(), each.workload()))
        .toList();
  }
}
