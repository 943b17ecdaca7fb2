package dev.zonec.application.verify;

import dev.zonec.application.input.ReadManifests;
import dev.zonec.compiler.Compilation;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.LoadedVariant;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.verifier.origin.PolicyOrigins;

/** Finds the origins of generated policies by compiling the program once more. */
public final class CompiledOrigins {
  private CompiledOrigins() {}

  /**
   * Returns the origins of the policies in {@code read}; none if no policy is generated or the
   * program does not compile.
   */
  public static PolicyOrigins of(
      LoadedVariant variant, ProgramSources sources, ReadManifests read) {
    if (read.world().policies().stream().noneMatch(policy -> policy.generated())) {
      return PolicyOrigins.NONE;
    }
    return switch (Compiler.emit(variant, sources, read.catalog())) {
      case Compilation.Rejected rejected -> PolicyOrigins.NONE;
      case Compilation.Compiled compiled ->
          PolicyOrigins.of(
              variant.program(), ReadManifests.ofCompiled(compiled.policies()).world().policies());
    };
  }
}
