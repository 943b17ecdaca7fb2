package dev.zonec.application.accept;

import dev.zonec.application.baseline.Baseline;
import dev.zonec.application.baseline.BaselineEntry;
import dev.zonec.application.input.ReadManifests;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.verifier.proof.VerificationResult.Conclusion;
import java.util.List;

/** The outcome of accepting findings. */
public sealed interface AcceptOutcome {
  /**
   * The inputs cannot be used.
   *
   * @param problems the reasons; at least one
   */
  record Unusable(List<Diagnostic> problems) implements AcceptOutcome {}

  /**
   * The new content of the baseline file.
   *
   * @param read the manifests
   * @param baseline the new content
   * @param added the entries for findings that are accepted now
   * @param removed the entries that accept nothing, or that new ones replace
   * @param left errors and warnings about claims that do not hold with the new baseline
   * @param changed whether the file changes
   * @param conclusion what the verdicts come to with the new baseline
   */
  record Accepted(
      ReadManifests read,
      Baseline baseline,
      List<BaselineEntry> added,
      List<BaselineEntry> removed,
      List<Diagnostic> left,
      boolean changed,
      Conclusion conclusion)
      implements AcceptOutcome {
    /** Copies the lists. */
    public Accepted {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
      left = List.copyOf(left);
    }
  }
}
