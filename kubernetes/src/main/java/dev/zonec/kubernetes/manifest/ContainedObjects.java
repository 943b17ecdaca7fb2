package dev.zonec.kubernetes.manifest;

import dev.zonec.kubernetes.yaml.MappingNode;
import dev.zonec.kubernetes.yaml.Node;
import dev.zonec.kubernetes.yaml.ScalarNode;
import dev.zonec.kubernetes.yaml.SequenceNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds objects inside an object of another kind, such as a {@code ManifestWork}. A controller
 * applies them, often in another cluster, so they are named and not read.
 */
final class ContainedObjects {
  /** Fields that an object has beside its kind, and a reference to an object has not. */
  private static final Set<String> OF_OBJECTS =
      Set.of("metadata", "spec", "data", "patch", "template");

  /** A field {@code kind} in YAML or JSON that is a string. */
  private static final Pattern KIND_IN_TEXT =
      Pattern.compile("(?:^|[\\n,{])[\\s-]*[\"']?kind[\"']?\\s*:\\s*[\"']?(\\w+)");

  private @Nullable String policy;
  private boolean pods;

  private ContainedObjects() {}

  /**
   * Looks for objects in {@code root}, except in its metadata and its status.
   *
   * @param root a tree without cycles
   * @param group the API group of the object
   */
  static ContainedObjects in(MappingNode root, String group) {
    ContainedObjects found = new ContainedObjects();
    if (!isOfKubernetes(group)) {
      Fields.of(root)
          .forEach(
              (name, field) -> {
                if (!name.equals("metadata") && !name.equals("status")) {
                  found.walk(field.value());
                }
              });
    }
    return found;
  }

  /** Kinds of Kubernetes hold no objects, except for texts in ConfigMaps that nothing applies. */
  private static boolean isOfKubernetes(String group) {
    return group.indexOf('.') < 0 || group.endsWith(".k8s.io");
  }

  /** Returns the kind and name of the first object that decides what connects; or empty. */
  Optional<String> policy() {
    return Optional.ofNullable(policy);
  }

  /** Whether there is an object that has pods. */
  boolean hasPods() {
    return pods;
  }

  private void walk(Node node) {
    switch (node) {
      case MappingNode mapping -> {
        Map<String, Fields.Field> fields = Fields.of(mapping);
        Optional<String> apiVersion = Fields.text(mapping, "apiVersion");
        Optional<String> kind = Fields.text(mapping, "kind");
        if (apiVersion.isPresent()
            && kind.isPresent()
            && fields.keySet().stream().anyMatch(OF_OBJECTS::contains)) {
          add(mapping, apiVersion.get(), kind.get());
        }
        fields.values().forEach(field -> walk(field.value()));
      }
      case SequenceNode list -> list.items().forEach(this::walk);
      case ScalarNode scalar -> addText(scalar.value());
      default -> {}
    }
  }

  private void add(MappingNode object, String apiVersion, String kind) {
    if (policy == null && decides(object, apiVersion, kind)) {
      policy = kind + name(object).map(" "::concat).orElse("");
    }
    pods |=
        switch (Kinds.of(apiVersion, kind)) {
          case Kinds.Kind.Read read -> WorkloadKinds.contains(kind);
          case Kinds.Kind.Runs runs -> true;
          case Kinds.Kind.Makes(FieldCondition condition) -> condition.holds(object);
          case Kinds.Kind.Decides decides -> false;
          case Kinds.Kind.Admits admits -> false;
          case Kinds.Kind.Skipped skipped -> false;
          case Kinds.Kind.Unknown unknown -> false;
        };
  }

  private static boolean decides(MappingNode object, String apiVersion, String kind) {
    return switch (Kinds.of(apiVersion, kind)) {
      case Kinds.Kind.Decides(FieldCondition condition, String note) -> condition.holds(object);
      case Kinds.Kind.Read read ->
          Kinds.policies().stream().anyMatch(policy -> policy.kind().equals(kind));
      case Kinds.Kind.Unknown unknown -> UnknownKind.selector(object).isPresent();
      case Kinds.Kind.Runs runs -> false;
      case Kinds.Kind.Makes makes -> false;
      case Kinds.Kind.Admits admits -> false;
      case Kinds.Kind.Skipped skipped -> false;
    };
  }

  private void addText(String text) {
    if (!text.contains("kind")) {
      return;
    }
    Matcher kinds = KIND_IN_TEXT.matcher(text);
    while (kinds.find()) {
      String kind = kinds.group(1);
      if (policy == null && kind.endsWith("NetworkPolicy")) {
        policy = kind;
      }
      pods |= WorkloadKinds.contains(kind);
    }
  }

  /** Returns {@code namespace/name} as far as it is written. */
  private static Optional<String> name(MappingNode object) {
    Node named = Fields.at(object, "metadata").filter(MappingNode.class::isInstance).orElse(object);
    return Fields.text(named, "name")
        .map(name -> Fields.text(named, "namespace").map(in -> in + "/" + name).orElse(name));
  }
}
