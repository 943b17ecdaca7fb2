package dev.zonec.application.draft;

import dev.zonec.application.input.ReadManifests;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.importer.Draft;
import java.util.List;

/** The outcome of drafting. */
public sealed interface ImportOutcome {
  /**
   * The manifests cannot be used.
   *
   * @param problems why; at least one
   */
  record Unusable(List<Diagnostic> problems) implements ImportOutcome {}

  /** The manifests hold no valid policy. */
  record NoPolicies(ReadManifests read) implements ImportOutcome {}

  /**
   * The draft is there.
   *
   * @param text its text, with comments that accept the findings of lint
   */
  record Drafted(ReadManifests read, Draft draft, String text, ImportRequest request)
      implements ImportOutcome {
    /** The proof of the draft. */
    public DraftProof proof() {
      return new DraftProof(this);
    }
  }
}
