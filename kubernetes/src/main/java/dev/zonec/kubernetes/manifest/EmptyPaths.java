package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds paths with documents but without objects: probably the wrong file was given, or the command
 * before failed. Without this problem, a run would pass because it read nothing.
 */
public final class EmptyPaths {
  private EmptyPaths() {}

  /**
   * Returns a problem for each such path.
   *
   * @param paths the paths given to {@link ManifestFiles}
   * @param texts the texts that were found
   * @param manifests the content of the texts
   */
  public static List<Diagnostic> of(
      List<String> paths, List<SourceText> texts, Manifests manifests) {
    List<Diagnostic> problems = new ArrayList<>();
    for (String path : manifests.notObjects() == 0 ? List.<String>of() : paths) {
      String name = path.equals("-") ? "<stdin>" : path.replace('\\', '/');
      String folder = name.endsWith("/") ? name : name + "/";
      List<String> found =
          texts.stream()
              .map(SourceText::name)
              .filter(text -> text.equals(name) || text.startsWith(folder))
              .toList();
      if (!found.isEmpty() && manifests.withoutObjects().containsAll(found)) {
        problems.add(
            Diagnostic.errorIn(Code.ZC0606, name, "it contains no Kubernetes object")
                .note("a Kubernetes object needs `apiVersion` and `kind`"));
      }
    }
    return problems;
  }
}
