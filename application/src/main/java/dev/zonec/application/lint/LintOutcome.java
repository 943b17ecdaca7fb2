package dev.zonec.application.lint;

import dev.zonec.application.input.ReadManifests;
import dev.zonec.compiler.lint.LintResult;
import dev.zonec.compiler.rewrite.Rewriting;
import dev.zonec.diagnostics.Conclusion;
import dev.zonec.diagnostics.Diagnostic;
import java.util.List;
import java.util.Optional;

/** The outcome of lint. */
public sealed interface LintOutcome {
  /**
   * The inputs cannot be used.
   *
   * @param problems the reasons; at least one
   */
  record Unusable(List<Diagnostic> problems) implements LintOutcome {}

  /** The manifests have gaps, so that findings about them could be wrong. */
  record Uncovered(ReadManifests read) implements LintOutcome {}

  /**
   * The checks have run.
   *
   * @param read the manifests, if the user gave some
   * @param fixes the fixed sources, which are not written yet
   * @param result the findings that remain after the fixes
   */
  record Linted(Optional<ReadManifests> read, List<Rewriting> fixes, LintResult result)
      implements LintOutcome {
    /** Writes the fixed sources, up to the first one that cannot be written. */
    public WrittenFixes write() {
      return WrittenFixes.of(fixes);
    }

    /** Returns what the findings come to. */
    public Conclusion conclusion() {
      return Conclusion.of(!result.findings().isEmpty(), true);
    }
  }
}
