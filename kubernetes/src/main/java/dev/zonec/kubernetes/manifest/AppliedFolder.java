package dev.zonec.kubernetes.manifest;

import dev.zonec.kubernetes.yaml.MappingNode;
import dev.zonec.kubernetes.yaml.Node;
import dev.zonec.kubernetes.yaml.ScalarNode;
import dev.zonec.kubernetes.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds out what a {@code Kustomization} of Flux or an {@code Application} of Argo CD changes in
 * the objects of a folder before it applies them. Those objects are then not what a cluster gets.
 */
final class AppliedFolder {
  private AppliedFolder() {}

  /**
   * Returns what the object changes, and how to build the result, as a sentence; empty if it
   * changes nothing, or is of another kind.
   */
  static Optional<String> change(String apiVersion, String kind, MappingNode root) {
    return switch (Kinds.group(apiVersion) + " " + kind) {
      case "kustomize.toolkit.fluxcd.io Kustomization" -> flux(root);
      case "argoproj.io Application" -> argo(root, Fields.at(root, "spec"));
      case "argoproj.io ApplicationSet" ->
          has(root, "spec", "templatePatch")
              ? Optional.of("Argo CD makes Applications of it, which a patch changes")
              : argo(root, Fields.at(root, "spec", "template", "spec"));
      default -> Optional.empty();
    };
  }

  private static Optional<String> flux(MappingNode root) {
    List<String> changes = new ArrayList<>();
    text(root, "spec", "targetNamespace")
        .ifPresent(name -> changes.add("sets the namespace `" + name + "`"));
    if (has(root, "spec", "namePrefix") || has(root, "spec", "nameSuffix")) {
      changes.add("changes names");
    }
    if (has(root, "spec", "patches")
        || has(root, "spec", "patchesStrategicMerge")
        || has(root, "spec", "patchesJson6902")) {
      changes.add("applies patches");
    }
    if (has(root, "spec", "components")) {
      changes.add("adds components");
    }
    if (has(root, "spec", "commonMetadata", "labels")) {
      changes.add("adds labels");
    }
    if (has(root, "spec", "postBuild")) {
      changes.add("substitutes variables");
    }
    String path = text(root, "spec", "path").orElse(".");
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Flux "
                + joined(changes)
                + " in the objects of `"
                + path
                + "`: pass the result of `flux build kustomization "
                + text(root, "metadata", "name").orElse("NAME")
                + " --path "
                + path
                + " --kustomization-file FILE` instead");
  }

  private static Optional<String> argo(MappingNode root, Optional<Node> spec) {
    List<Node> sources = new ArrayList<>();
    spec.flatMap(each -> Fields.at(each, "source")).ifPresent(sources::add);
    spec.flatMap(each -> Fields.at(each, "sources"))
        .ifPresent(
            list -> {
              if (list instanceof SequenceNode items) {
                sources.addAll(items.items());
              }
            });
    for (Node source : sources) {
      List<String> changes = argoChanges(source);
      if (!changes.isEmpty()) {
        return Optional.of(
            "Argo CD "
                + joined(changes)
                + " in the objects of `"
                + text(source, "path").orElse(".")
                + "`: pass the result of `argocd app manifests "
                + text(root, "metadata", "name").orElse("NAME")
                + "` instead");
      }
    }
    return Optional.empty();
  }

  private static List<String> argoChanges(Node source) {
    List<String> changes = new ArrayList<>();
    text(source, "kustomize", "namespace")
        .ifPresent(name -> changes.add("sets the namespace `" + name + "`"));
    if (has(source, "kustomize", "namePrefix") || has(source, "kustomize", "nameSuffix")) {
      changes.add("changes names");
    }
    if (has(source, "kustomize", "patches")) {
      changes.add("applies patches");
    }
    if (has(source, "kustomize", "components")) {
      changes.add("adds components");
    }
    if (has(source, "kustomize", "commonLabels")) {
      changes.add("adds labels");
    }
    if (has(source, "directory", "jsonnet")) {
      changes.add("evaluates Jsonnet");
    }
    if (has(source, "directory", "include") || has(source, "directory", "exclude")) {
      changes.add("leaves out files");
    }
    if (has(source, "plugin")) {
      changes.add("runs a plugin");
    }
    return changes;
  }

  private static String joined(List<String> changes) {
    return changes.size() == 1
        ? changes.getFirst()
        : String.join(", ", changes.subList(0, changes.size() - 1)) + " and " + changes.getLast();
  }

  /** Whether there is a value other than nothing, an empty list and an empty mapping. */
  private static boolean has(Node node, String... path) {
    return Fields.at(node, path)
        .filter(
            found ->
                switch (found) {
                  case MappingNode mapping -> mapping.size() > 0;
                  case SequenceNode list -> !list.items().isEmpty();
                  case ScalarNode scalar -> !(Scalar.of(scalar) instanceof Scalar.Nothing);
                  default -> true;
                })
        .isPresent();
  }

  private static Optional<String> text(Node node, String... path) {
    return Fields.text(node, path).filter(text -> !text.isEmpty());
  }
}
