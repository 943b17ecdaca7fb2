package dev.zonec.kubernetes.kustomize;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Selects the objects that a patch applies to, by anchored regular expressions for group, version,
 * kind, name and namespace, and by selectors of labels and annotations. Names and namespaces can be
 * original or current ones.
 */
final class PatchTarget {
  /** The outcome of a selection. */
  sealed interface Selection {
    /** The indices of the selected objects. */
    record Selected(List<Integer> positions) implements Selection {
      /** Copies the list. */
      public Selected {
        positions = List.copyOf(positions);
      }
    }

    /** The target is malformed. */
    record Malformed(Span span, String message) implements Selection {}
  }

  private PatchTarget() {}

  /** Returns the indices of the objects in {@code resources} that {@code target} selects. */
  static Selection select(List<Resource> resources, Tree.Mapping target) {
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < resources.size(); i++) {
      Resource resource = resources.get(i);
      try {
        Optional<Boolean> selected = selects(target, resource);
        if (selected.isEmpty()) {
          return new Selection.Malformed(target.span(), "the target's selector is not well formed");
        }
        if (selected.get()) {
          positions.add(i);
        }
      } catch (PatternSyntaxException e) {
        return new Selection.Malformed(
            target.span(), "`" + e.getPattern() + "` is not a regular expression");
      }
    }
    return new Selection.Selected(positions);
  }

  private static Optional<Boolean> selects(Tree.Mapping target, Resource resource) {
    ResourceId now = resource.id();
    ResourceId first = resource.original();
    boolean named =
        fits(target, "group", now.group())
            && fits(target, "version", now.version())
            && fits(target, "kind", now.kind())
            && (fits(target, "name", now.name()) || fits(target, "name", first.name()))
            && (fits(target, "namespace", now.effectiveNamespace())
                || fits(target, "namespace", first.effectiveNamespace()));
    Optional<Boolean> labelled = matches(target, "labelSelector", resource, "labels");
    Optional<Boolean> annotated = matches(target, "annotationSelector", resource, "annotations");
    return labelled.isEmpty() || annotated.isEmpty()
        ? Optional.empty()
        : Optional.of(named && labelled.get() && annotated.get());
  }

  private static boolean fits(Tree.Mapping target, String field, String value) {
    return written(target, field)
        .map(pattern -> Pattern.compile("(?:" + pattern + ")").matcher(value).matches())
        .orElse(true);
  }

  private static Optional<Boolean> matches(
      Tree.Mapping target, String field, Resource resource, String metadata) {
    Tree.Mapping labels =
        resource
            .tree()
            .mapping("metadata")
            .flatMap(each -> each.mapping(metadata))
            .orElse(new Tree.Mapping(Map.of(), target.span()));
    return LabelExpression.matches(written(target, field).orElse(""), labels);
  }

  private static Optional<String> written(Tree.Mapping target, String field) {
    return target
        .value(field)
        .filter(Tree.Leaf.class::isInstance)
        .map(value -> ((Tree.Leaf) value).asText())
        .filter(text -> !text.isEmpty());
  }
}
