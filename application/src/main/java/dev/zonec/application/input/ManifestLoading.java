package dev.zonec.application.input;

import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/** The outcome of loading manifests. */
public sealed interface ManifestLoading {
  /**
   * A path does not exist, or nothing of the cluster could be read.
   *
   * @param problems the reasons; at least one
   */
  record Unusable(List<Diagnostic> problems) implements ManifestLoading {}

  /** The manifests are loaded. */
  record Loaded(LoadedManifests manifests) implements ManifestLoading {}
}
