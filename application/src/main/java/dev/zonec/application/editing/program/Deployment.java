package dev.zonec.application.editing.program;

import dev.zonec.application.input.LoadedManifests;
import dev.zonec.application.input.ManifestLoading;
import dev.zonec.application.input.ManifestRequest;
import dev.zonec.application.input.ReadManifests;
import dev.zonec.application.lint.DeployedObjects;
import dev.zonec.compiler.lint.Deployed;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.inputs.ReadPaths;
import dev.zonec.kubernetes.live.ReadExtent;
import dev.zonec.model.program.FoundEnds;
import java.util.List;
import java.util.Optional;

/**
 * What the manifests of a program show.
 *
 * @param content the manifests; empty if none are configured, or they cannot be read at all
 * @param problems why they cannot be read at all
 * @param files the files that were read
 */
public record Deployment(Optional<Content> content, List<Diagnostic> problems, ReadPaths files) {
  /** Returns what no manifests show. */
  static Deployment none() {
    return new Deployment(Optional.empty(), List.of(), new ReadPaths());
  }

  /** Copies the list. */
  public Deployment {
    problems = List.copyOf(problems);
  }

  /**
   * Manifests that were read.
   *
   * @param loaded the manifests, before they are read as a world
   * @param read the same as a world, in which labels of no program tell replicas apart
   */
  public record Content(LoadedManifests loaded, ReadManifests read) {
    /** Returns the workloads and Services for lint; unknown if some could not be read. */
    public Deployed deployed() {
      return read.problems().isEmpty()
          ? DeployedObjects.of(read.world(), read.inventory())
          : new Deployed.Unknown();
    }
  }

  /** Reads the manifests. */
  static Deployment of(ManifestRequest request) {
    ReadPaths files = new ReadPaths();
    return files.during(
        () -> {
          if (!request.given()) {
            return new Deployment(Optional.empty(), request.problems(), files);
          }
          return switch (request.load(ReadExtent.ALL_OBJECTS)) {
            case ManifestLoading.Unusable(var problems) ->
                new Deployment(Optional.empty(), problems, files);
            case ManifestLoading.Loaded(var loaded) ->
                new Deployment(
                    Optional.of(new Content(loaded, request.read(loaded, List.of()))),
                    List.of(),
                    files);
          };
        });
  }

  /** Returns the addresses of the API server and the nodes, as far as objects show them. */
  public FoundEnds ends() {
    return content.map(shown -> shown.loaded().ends()).orElse(FoundEnds.NONE);
  }
}
