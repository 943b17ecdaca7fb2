package dev.zonec.application.input;

import dev.zonec.compiler.param.GivenParams;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.live.Wanted;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The inputs of a use case, loaded but not yet resolved or read as a world. */
public sealed interface Inputs {
  /**
   * The inputs cannot be used.
   *
   * @param problems why; at least one
   */
  record Unusable(List<Diagnostic> problems) implements Inputs {}

  /**
   * The inputs are there. Names are resolved with both: manifests may show where {@code apiserver}
   * and {@code nodes} are.
   */
  record Loaded(ProgramSources sources, GivenParams params, LoadedManifests manifests)
      implements Inputs {}

  /** Loads a program's sources and manifests at the same time. */
  static Inputs load(ProgramRequest program, ManifestRequest manifests, Wanted wanted) {
    List<Diagnostic> missing = manifests.missing();
    ProgramRequest.Given given = program.given();
    if (!missing.isEmpty() || !given.problems().isEmpty()) {
      return new Unusable(missing.isEmpty() ? given.problems() : missing);
    }
    CompletableFuture<ManifestLoading> loading =
        CompletableFuture.supplyAsync(() -> manifests.load(wanted));
    ProgramSources sources = program.sources();
    return switch (loading.join()) {
      case ManifestLoading.Unusable(var problems) -> new Unusable(problems);
      case ManifestLoading.Loaded(var loaded) -> new Loaded(sources, given.params(), loaded);
    };
  }
}
