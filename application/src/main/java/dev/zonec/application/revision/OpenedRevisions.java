package dev.zonec.application.revision;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.InputPath;
import java.util.List;

/** The outcome of finding the files of two revisions. */
public sealed interface OpenedRevisions {
  /**
   * The revisions cannot be read.
   *
   * @param problems the reasons; at least one
   */
  record Unusable(List<Diagnostic> problems) implements OpenedRevisions {}

  /**
   * The files can be read until the value is closed.
   *
   * @param before the first revision
   * @param after the second revision
   * @param parts the parts to read
   * @param shared the manifests that belong to both revisions
   * @param temporary the folders to delete
   */
  record Opened(
      RevisionRoot before,
      RevisionRoot after,
      Parts parts,
      List<InputPath> shared,
      List<TemporaryFolder> temporary)
      implements OpenedRevisions, AutoCloseable {
    @Override
    public void close() {
      temporary.forEach(TemporaryFolder::close);
    }
  }

  /**
   * Finds the files of {@code revisions}. A part that neither revision has is a problem.
   *
   * @param manifests manifests that belong to both folders, or that are read in both commits
   */
  static OpenedRevisions of(Revisions revisions, List<InputPath> manifests) {
    return switch (revisions) {
      case Revisions.Folders(var before, var after, var parts) -> {
        RevisionRoot one = RevisionRoot.at(before);
        RevisionRoot other = RevisionRoot.at(after);
        List<Diagnostic> missing = missing(one, other, parts);
        yield missing.isEmpty()
            ? new Opened(
                one, other, new Parts(parts, List.of(), List.of(), List.of()), manifests, List.of())
            : new Unusable(missing);
      }
      case Revisions.Commits commits -> CommitFolders.of(commits, manifests);
    };
  }

  /** Returns a problem for each part that neither revision has. */
  static List<Diagnostic> missing(RevisionRoot one, RevisionRoot other, List<String> parts) {
    return parts.stream()
        .filter(part -> !one.has(part) && !other.has(part))
        .map(part -> Diagnostic.errorIn(Code.ZC0601, part, "neither revision has `" + part + "`"))
        .toList();
  }
}
