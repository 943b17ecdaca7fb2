package dev.zonec.application.graph;

import dev.zonec.application.config.Settings;
import dev.zonec.application.input.ManifestRequest;
import dev.zonec.application.question.QuestionOutcome;
import dev.zonec.application.question.QuestionRequest;
import dev.zonec.application.revision.OpenedRevisions;
import dev.zonec.application.revision.RevisionRange;
import dev.zonec.application.revision.RevisionRoot;
import dev.zonec.application.revision.Revisions;
import dev.zonec.diagnostics.InputPath;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws what a change opens and closes.
 *
 * @param request the program, and the manifests after the change
 * @param old a file or folder with the manifests before the change; or else a revision of the Git
 *     repository, in which the same paths are read, or two, as {@code diff} takes them
 * @param working a folder of the repository, to which the paths of the manifests are relative
 * @param by the nodes, as for {@link Subject.Everything}
 * @param asWritten whether the policies are those of the manifests only, as for {@link DrawGraph}
 */
public record DrawChange(
    QuestionRequest request, String old, Path working, Optional<By> by, boolean asWritten) {
  /** Reads the inputs and draws the graph, without folding it. */
  public QuestionOutcome<Graph> outcome() {
    if (isFile() || !RevisionRange.isIn(working, old)) {
      ManifestRequest now = request.manifests();
      return drawn(now, now.with(List.of(InputPath.of(old)), List.of()));
    }
    Revisions revisions =
        new Revisions.Commits(working, RevisionRange.of(old), List.of(), Settings.NONE);
    return switch (OpenedRevisions.of(revisions, request.manifests().paths())) {
      case OpenedRevisions.Unusable(var problems) -> new QuestionOutcome.Unusable<>(problems);
      case OpenedRevisions.Opened opened -> {
        try (opened) {
          yield drawn(at(opened.after(), opened), at(opened.before(), opened));
        }
      }
    };
  }

  private boolean isFile() {
    try {
      return Files.exists(Path.of(old));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private ManifestRequest at(RevisionRoot root, OpenedRevisions.Opened opened) {
    List<InputPath> paths = new ArrayList<>(opened.shared());
    paths.addAll(root.existing(opened.parts().manifests()));
    return request
        .manifests()
        .with(paths, request.manifests().commands().stream().map(root::moved).toList());
  }

  private QuestionOutcome<Graph> drawn(ManifestRequest after, ManifestRequest before) {
    return new DrawGraph(
            new QuestionRequest(request.program(), after, request.reading()),
            new Subject.Change(before.withoutCluster(), by),
            asWritten)
        .outcome();
  }
}
