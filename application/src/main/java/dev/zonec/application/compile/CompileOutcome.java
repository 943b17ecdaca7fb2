package dev.zonec.application.compile;

import dev.zonec.application.input.ReadManifests;
import dev.zonec.compiler.Compilation;
import dev.zonec.compiler.ignore.Suppressed;
import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/** The outcome of a compilation. Nothing is written yet. */
public sealed interface CompileOutcome {
  /**
   * The inputs cannot be used.
   *
   * @param problems the reasons; at least one
   */
  record Unusable(List<Diagnostic> problems) implements CompileOutcome {}

  /**
   * The manifests are read, and the program cannot be compiled with them.
   *
   * @param problems the reasons; at least one
   */
  record Rejected(ReadManifests read, List<Diagnostic> problems) implements CompileOutcome {}

  /**
   * The program is compiled. The policies may be written if the validation is {@link
   * Validation.Proved}.
   *
   * @param warnings warnings about zones without pods, and about the program
   * @param suppressed the warnings of these kinds that comments suppress
   * @param ends the addresses of the API server and the nodes in the manifests, for each of these
   *     externals that the program uses
   * @param podWarnings warnings about the addresses and the host network of pods
   */
  record Compiled(
      ReadManifests read,
      Compilation.Compiled compiled,
      List<Diagnostic> warnings,
      List<Suppressed> suppressed,
      List<String> ends,
      List<Diagnostic> podWarnings,
      Validation validation)
      implements CompileOutcome {
    /** Brings the policies to {@code target} if they are proved. */
    public Emission emit(CompileTarget target) {
      return switch (validation) {
        case Validation.Proved proved -> target.emit(compiled);
        case Validation.NotProved why -> new Emission.Refused(why);
      };
    }
  }
}
