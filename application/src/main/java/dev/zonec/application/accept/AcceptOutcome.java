package dev.zonec.application.accept;

import dev.zonec.application.baseline.Baseline;
import dev.zonec.application.baseline.BaselineEntry;
import dev.zonec.application.baseline.BaselineFile;
import dev.zonec.application.input.ReadManifests;
import dev.zonec.diagnostics.Conclusion;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.InputPath;
import java.nio.file.Path;
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
   * @param file the file
   * @param read the manifests
   * @param baseline the new content
   * @param added the entries for findings that are accepted now
   * @param removed the entries that accept nothing, or that new ones replace
   * @param left errors and warnings about claims that do not hold with the new baseline
   * @param changed whether the file changes
   * @param conclusion what the verdicts come to with the new baseline
   */
  record Accepted(
      InputPath file,
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

    /** Writes the file if it changes. Returns the problem if this fails. */
    public List<Diagnostic> write() {
      return changed
          ? BaselineFile.write(Path.of(file.location()), file.name(), BaselineFile.text(baseline))
              .stream()
              .toList()
          : List.of();
    }
  }
}
