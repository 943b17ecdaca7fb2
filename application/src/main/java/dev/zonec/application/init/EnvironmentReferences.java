package dev.zonec.application.init;

import dev.zonec.diagnostics.InputPath;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.manifest.ManifestFiles;
import dev.zonec.kubernetes.manifest.ParsedTexts;
import dev.zonec.kubernetes.manifest.Tree;
import dev.zonec.kubernetes.manifest.TreeDocuments;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the Services that containers name in their environment variables, such as {@code
 * REDIS_ADDR=redis:6379}. Such a variable means that the workload connects to the Service.
 */
final class EnvironmentReferences {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:[a-z][a-z0-9+.-]*://)?(?:[^@/\\s]*@)?([a-z][a-z0-9-]*)"
              + "(?:\\.([a-z][a-z0-9-]*)(?:\\.svc(?:\\.cluster\\.local)?)?)?:([0-9]{1,5})(?:/.*)?");

  /**
   * A reference.
   *
   * @param namespace the namespace of the workload; empty if it names none
   * @param workload the name of the workload
   * @param variable the name of the variable
   * @param serviceNamespace the namespace of the Service; empty for the workload's own
   * @param service the name of the Service
   * @param port the port of the Service
   */
  record Reference(
      Optional<String> namespace,
      String workload,
      String variable,
      Optional<String> serviceNamespace,
      String service,
      int port) {}

  private EnvironmentReferences() {}

  /** Returns the references in the manifests at {@code paths}. */
  static List<Reference> in(List<String> paths) {
    List<SourceText> texts =
        ManifestFiles.collect(InputPath.of(paths), InputStream.nullInputStream()).texts();
    List<Reference> references = new ArrayList<>();
    ParsedTexts.of(texts).documents().stream()
        .map(TreeDocuments::tree)
        .forEach(tree -> object(tree, references));
    return references;
  }

  private static void object(Tree tree, List<Reference> references) {
    if (!(tree instanceof Tree.Mapping object)) {
      return;
    }
    object.items("items").forEach(item -> object(item, references));
    Optional<Tree.Mapping> metadata = object.mapping("metadata");
    Optional<String> name = metadata.flatMap(each -> each.text("name"));
    Optional<Tree.Mapping> spec = object.mapping("spec");
    if (name.isEmpty() || spec.isEmpty()) {
      return;
    }
    Optional<Tree.Mapping> job =
        spec.get().mapping("jobTemplate").flatMap(each -> each.mapping("spec"));
    Tree.Mapping outer = job.orElse(spec.get());
    Tree.Mapping pod =
        outer.mapping("template").flatMap(each -> each.mapping("spec")).orElse(outer);
    Optional<String> namespace = metadata.flatMap(each -> each.text("namespace"));
    for (Tree item : pod.items("containers")) {
      if (item instanceof Tree.Mapping container) {
        for (Tree variable : container.items("env")) {
          reference(variable, namespace, name.get()).ifPresent(references::add);
        }
      }
    }
  }

  private static Optional<Reference> reference(
      Tree tree, Optional<String> namespace, String workload) {
    if (!(tree instanceof Tree.Mapping variable)) {
      return Optional.empty();
    }
    Matcher address = ADDRESS.matcher(variable.text("value").orElse(""));
    return address.matches()
        ? variable
            .text("name")
            .filter(name -> name.matches("[A-Za-z0-9_.-]+"))
            .map(
                name ->
                    new Reference(
                        namespace,
                        workload,
                        name,
                        Optional.ofNullable(address.group(2)),
                        address.group(1),
                        Integer.parseInt(address.group(3))))
        : Optional.empty();
  }
}
