package dev.zonec.application.diff;

import dev.zonec.application.input.ManifestRequest;
import dev.zonec.application.input.ProgramRequest;
import dev.zonec.application.revision.OpenedRevisions;
import dev.zonec.application.revision.Parts;
import dev.zonec.application.revision.RevisionRoot;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.kubernetes.manifest.ManifestFiles;
import java.util.ArrayList;
import java.util.List;

/**
 * The inputs of one revision.
 *
 * @param program the program; without paths if the revision has none
 * @param manifests the manifests
 * @param unreadable the problems of files that are not in the revision's folder
 */
record RevisionInputs(
    ProgramRequest program, ManifestRequest manifests, List<Diagnostic> unreadable) {
  /** Copies the list. */
  RevisionInputs {
    unreadable = List.copyOf(unreadable);
  }

  /**
   * Returns the inputs of the revision at {@code root}. Sources among the parts are its program. A
   * part that the revision does not have is left out.
   */
  static RevisionInputs of(RevisionRoot root, OpenedRevisions.Opened opened, DiffRequest request) {
    List<InputPath> sources = new ArrayList<>();
    List<InputPath> manifests = new ArrayList<>(opened.shared());
    Parts parts = opened.parts();
    for (InputPath path : parts.isWhole() ? List.of(root.whole()) : root.existing(parts.any())) {
      boolean source = ProgramSources.isSource(path.location());
      if (source) {
        sources.add(path);
      }
      if (!source || ManifestFiles.hasManifest(path.location())) {
        manifests.add(path);
      }
    }
    sources.addAll(root.existing(parts.program()));
    manifests.addAll(root.existing(parts.manifests()));
    return new RevisionInputs(
        request.program().withPaths(sources),
        request.manifests().with(manifests, parts.commands().stream().map(root::moved).toList()),
        root.unreadable(parts));
  }

  /** Whether the revision has a program. */
  boolean hasProgram() {
    return !program.paths().isEmpty();
  }
}
