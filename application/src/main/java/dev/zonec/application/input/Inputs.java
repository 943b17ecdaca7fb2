package dev.zonec.application.input;

import dev.zonec.compiler.param.GivenParams;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.diagnostics.inputs.ReadPaths;
import dev.zonec.kubernetes.live.ReadExtent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The inputs of a use case: loaded, but not yet resolved or read as a world. */
public sealed interface Inputs {
  /**
   * The inputs cannot be used.
   *
   * @param problems the reasons; at least one
   */
  record Unusable(List<Diagnostic> problems) implements Inputs {}

  /**
   * The inputs are loaded. Resolving names needs both, because manifests can show the addresses of
   * {@code apiserver} and {@code nodes}.
   */
  record Loaded(ProgramSources sources, GivenParams params, LoadedManifests manifests)
      implements Inputs {}

  /** Loads the sources of a program and the manifests in parallel. */
  static Inputs load(ProgramRequest program, ManifestRequest manifests, ReadExtent wanted) {
    ProgramRequest.Given given = program.given();
    List<Diagnostic> missing = new ArrayList<>(program.problems());
    missing.addAll(manifests.missing());
    if (!missing.isEmpty() || !given.problems().isEmpty()) {
      return new Unusable(missing.isEmpty() ? given.problems() : missing);
    }
    // Manifests can be deeply nested, so read them on this thread, which has a large stack.
    CompletableFuture<ProgramSources> sources =
        CompletableFuture.supplyAsync(Deadline.carriedTo(ReadPaths.carriedTo(program::sources)));
    return switch (manifests.load(wanted)) {
      case ManifestLoading.Unusable(var problems) -> new Unusable(problems);
      case ManifestLoading.Loaded(var loaded) ->
          new Loaded(joined(sources), given.params(), loaded);
    };
  }

  /** Returns the result of {@code task}, or throws the exception that the task threw. */
  private static <T> T joined(CompletableFuture<T> task) {
    try {
      return task.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case Error error -> throw error;
        case RuntimeException problem -> throw problem;
        case null, default -> throw e;
      }
    }
  }
}
