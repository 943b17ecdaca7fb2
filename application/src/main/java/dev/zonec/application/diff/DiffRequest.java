package dev.zonec.application.diff;

import dev.zonec.application.input.ManifestRequest;
import dev.zonec.application.input.ProgramRequest;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.kubernetes.manifest.ManifestFiles;
import dev.zonec.kubernetes.reading.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A request to compare two sets of manifests.
 *
 * @param before the manifests and the program before the change
 * @param after the manifests and the program after the change
 * @param missing the files and folders to read that neither revision has
 * @param may the permissive reading, with the knobs that the user settled
 */
public record DiffRequest(Revision before, Revision after, List<String> missing, Reading may) {
  /** Copies the list. */
  public DiffRequest {
    missing = List.copyOf(missing);
  }

  /** Returns the {@code parts} that are neither in {@code before} nor in {@code after}. */
  public static List<String> missing(String before, String after, List<String> parts) {
    return parts.stream()
        .filter(part -> Revision.paths(before, List.of(part)).isEmpty())
        .filter(part -> Revision.paths(after, List.of(part)).isEmpty())
        .toList();
  }

  /**
   * The inputs of one revision.
   *
   * @param program the program; without paths if the revision has none
   * @param manifests the manifests
   */
  public record Revision(ProgramRequest program, ManifestRequest manifests) {
    /**
     * Returns the revision at {@code root}, a file or a folder. If it contains sources of a
     * program, they are its program.
     *
     * @param parts the files and folders of {@code root} to read; empty for all of it. A part that
     *     does not exist is left out.
     * @param shared the manifests that belong to both revisions
     * @param program the program with some sources
     */
    public static Revision of(
        String root,
        List<String> parts,
        ManifestRequest shared,
        Function<List<String>, ProgramRequest> program) {
      List<String> sources = new ArrayList<>();
      List<String> manifests = new ArrayList<>(shared.paths());
      for (String path : paths(root, parts)) {
        boolean source = ProgramSources.isSource(path);
        if (source) {
          sources.add(path);
        }
        if (!source || ManifestFiles.hasManifest(path)) {
          manifests.add(path);
        }
      }
      return new Revision(program.apply(sources), shared.withPaths(manifests));
    }

    private static List<String> paths(String root, List<String> parts) {
      String folder = root.endsWith("/") ? root : root + "/";
      return parts.isEmpty()
          ? List.of(root)
          : parts.stream()
              .map(part -> folder + part)
              .filter(path -> Files.exists(Path.of(path)))
              .toList();
    }

    /** Whether the revision has a program. */
    boolean hasProgram() {
      return !program.paths().isEmpty();
    }
  }
}
