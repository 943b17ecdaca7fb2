package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.yaml.MappingNode;
import dev.zonec.kubernetes.yaml.Node;
import dev.zonec.kubernetes.yaml.SequenceNode;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for fields in objects of unknown kinds: a field that selects pods, as in policies, or a pod
 * template, as in workloads.
 */
final class UnknownKind {
  private static final Set<String> SELECTORS =
      Set.of(
          "podSelector",
          "podSelectors",
          "endpointSelector",
          "endpointSelectors",
          "workloadSelector",
          "workloadSelectors");

  /** Whether a field of this name selects pods, in any kind. */
  static boolean isSelector(String field) {
    return SELECTORS.contains(field);
  }

  /** Returns the part of an object that {@link #selector} reads; empty if there is none. */
  static Optional<Object> selectorsOf(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> kept = new LinkedHashMap<>();
        map.forEach(
            (key, each) -> {
              String name = String.valueOf(key);
              Optional<Object> part = isSelector(name) ? Optional.of(Map.of()) : selectorsOf(each);
              part.ifPresent(found -> kept.put(name, found));
            });
        yield kept.isEmpty() ? Optional.empty() : Optional.of(kept);
      }
      case List<?> list -> {
        List<Object> kept = new ArrayList<>();
        list.forEach(each -> selectorsOf(each).ifPresent(kept::add));
        yield kept.isEmpty() ? Optional.empty() : Optional.of(kept);
      }
      case null, default -> Optional.empty();
    };
  }

  private final Document document;
  private final List<PodTemplate> templates = new ArrayList<>();

  private UnknownKind(Document document) {
    this.document = document;
  }

  /**
   * Returns the name of the field that selects pods, if there is one.
   *
   * @param root a tree without cycles
   */
  static Optional<String> selector(Node root) {
    return switch (root) {
      case MappingNode mapping -> {
        Map<String, Fields.Field> fields = Fields.of(mapping);
        Optional<String> own = SELECTORS.stream().filter(fields::containsKey).sorted().findFirst();
        yield own.or(
            () ->
                fields.values().stream()
                    .flatMap(field -> selector(field.value()).stream())
                    .findFirst());
      }
      case SequenceNode list ->
          list.items().stream().flatMap(item -> selector(item).stream()).findFirst();
      default -> Optional.empty();
    };
  }

  /** Returns the pod templates in an object, a tree without cycles. */
  static List<PodTemplate> templates(Document document) {
    UnknownKind kind = new UnknownKind(document);
    kind.walk(document.root(), List.of(), true);
    return kind.templates;
  }

  private void walk(Node node, List<Object> steps, boolean mayBeTemplate) {
    switch (node) {
      case MappingNode mapping -> {
        if (mayBeTemplate && hasContainers(mapping)) {
          add(mapping, steps);
          return;
        }
        Fields.of(mapping)
            .forEach(
                (name, field) -> {
                  boolean named = name.equals("template") || name.endsWith("Template");
                  walk(field.value(), and(steps, name), named);
                });
      }
      case SequenceNode list -> {
        for (int i = 0; i < list.items().size(); i++) {
          walk(list.items().get(i), and(steps, i), false);
        }
      }
      default -> {}
    }
  }

  /** Whether a mapping is a pod template: its `spec` has a list of containers with images. */
  private static boolean hasContainers(MappingNode mapping) {
    return Fields.at(mapping, "spec", "containers")
        .filter(
            containers ->
                containers instanceof SequenceNode list
                    && !list.items().isEmpty()
                    && list.items().stream().allMatch(UnknownKind::isContainer))
        .isPresent();
  }

  private static boolean isContainer(Node node) {
    return node instanceof MappingNode container
        && Fields.of(container).keySet().stream().anyMatch(Set.of("image", "name")::contains);
  }

  private void add(MappingNode mapping, List<Object> steps) {
    List<Diagnostic> problems = new ArrayList<>();
    PodTemplateSpec shape = PodTemplateReader.shape(document, mapping, problems);
    // A template that no pod could have is probably the pattern of a rule.
    if (problems.isEmpty()) {
      List<Object> labels = and(and(steps, "metadata"), "labels");
      templates.add(new PodTemplate("", shape, labels, Map.of(), Optional.empty()));
    }
  }

  private static List<Object> and(List<Object> steps, Object step) {
    List<Object> more = new ArrayList<>(steps);
    more.add(step);
    return more;
  }
}
