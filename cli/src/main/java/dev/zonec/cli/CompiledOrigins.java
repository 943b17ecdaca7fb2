package dev.zonec.cli;

import dev.zonec.compiler.Compilation;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.LoadedVariant;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.verifier.origin.PolicyOrigins;

/** Where the generated policies of manifests come from: the program is compiled once more. */
final class CompiledOrigins {
  private CompiledOrigins() {}

  /** None are known where the program does not compile; what is wrong with it is said elsewhere. */
  static PolicyOrigins of(LoadedVariant variant, ProgramSources sources, ReadManifests read) {
    if (read.world().policies().stream().noneMatch(policy -> policy.generated())) {
      return PolicyOrigins.NONE;
    }
    return switch (Compiler.emit(variant, sources, read.catalog())) {
      case Compilation.Rejected rejected -> PolicyOrigins.NONE;
      case Compilation.Compiled compiled ->
          PolicyOrigins.of(
              variant.program(),
              ManifestReading.compiled(TranslationValidation.texts(compiled.policies()))
                  .world()
                  .policies());
    };
  }
}
