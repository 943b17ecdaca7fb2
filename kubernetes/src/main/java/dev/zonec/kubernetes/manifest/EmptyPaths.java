package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * Paths that lead to documents and to no object: the wrong file was given, or the command before
 * failed. Nothing would be taken for everything.
 */
public final class EmptyPaths {
  private EmptyPaths() {}

  /**
   * A problem for each such path.
   *
   * @param paths as they were given to {@link ManifestFiles}
   * @param texts what that found
   * @param manifests what the texts hold
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
