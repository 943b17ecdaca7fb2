package dev.zonec.kubernetes.manifest;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares two objects with the same name: they are equal if all fields on which verdicts depend
 * are equal, after the server's defaults. It then does not matter which of them is applied last.
 * Fields that the server sets can be absent from one of the objects, such as from the file that was
 * applied.
 */
public final class EqualObjects {
  /** Fields of pods that are read for hints to people. No verdict depends on them. */
  private static final Set<String> INVENTORY =
      Set.of(
          "image",
          "imageID",
          "env",
          "envFrom",
          "volumes",
          "serviceAccountName",
          "automountServiceAccountToken",
          "volumeClaimTemplates",
          "containerStatuses",
          "initContainerStatuses");

  private EqualObjects() {}

  /** Returns the one of two equal objects with more fields that a server sets; empty if unequal. */
  public static Optional<ManifestObject> completest(ManifestObject one, ManifestObject other) {
    if (!templates(one).equals(templates(other))) {
      return Optional.empty();
    }
    Compared first = fields(one);
    Compared second = fields(other);
    if (!first.written().equals(second.written())) {
      return Optional.empty();
    }
    return second.server().isPartOf(first.server())
        ? Optional.of(one)
        : first.server().isPartOf(second.server()) ? Optional.of(other) : Optional.empty();
  }

  /**
   * The fields of an object.
   *
   * @param written those that users write
   * @param server those that a server sets
   */
  private record Compared(Object written, ServerFields server) {}

  private static Compared fields(ManifestObject object) {
    Shape shape =
        switch (Kinds.of(object.object().getApiVersion(), object.kind())) {
          case Kinds.Kind.Read(var type, Shape read) -> read;
          case Kinds.Kind.Decides decides -> ObjectShapes.objectWith(Map.of());
          case Kinds.Kind.Runs runs -> ObjectShapes.objectWith(Map.of());
          case Kinds.Kind.Makes makes -> ObjectShapes.objectWith(Map.of());
          case Kinds.Kind.Admits admits -> ObjectShapes.objectWith(Map.of());
          case Kinds.Kind.Skipped skipped -> ObjectShapes.objectWith(Map.of());
          case Kinds.Kind.Unknown unknown -> ObjectShapes.objectWith(Map.of());
        };
    Document document = object.document();
    Object read = new ShapeReader(document).read("the object", document.root(), shape).orElse("");
    if (!(normal("", read) instanceof Map<?, ?> normal)) {
      return new Compared(read, ServerFields.takenFrom("", new LinkedHashMap<>()));
    }
    Map<Object, Object> fields = new LinkedHashMap<>(normal);
    fields.remove("apiVersion");
    fields.remove("kind");
    Map<Object, Object> metadata = copy(fields.get("metadata"));
    // The owner of a policy has no effect.
    metadata
        .keySet()
        .retainAll(
            object.kind().endsWith("NetworkPolicy")
                ? Set.of("labels")
                : Set.of("labels", "ownerReferences"));
    Map<Object, Object> labels = copy(metadata.get("labels"));
    if (object.kind().equals("Namespace")) {
      labels.remove("kubernetes.io/metadata.name");
    }
    metadata.put("labels", labels);
    fields.put("metadata", metadata);
    fields.put("spec", spec(object.kind(), copy(fields.get("spec"))));
    ServerFields server = ServerFields.takenFrom(object.kind(), fields);
    return new Compared(fields, server);
  }

  private static Map<Object, Object> spec(String kind, Map<Object, Object> spec) {
    switch (kind) {
      case "NetworkPolicy" -> {
        spec.putIfAbsent("podSelector", Map.of());
        List<String> types =
            spec.containsKey("egress") ? List.of("Egress", "Ingress") : List.of("Ingress");
        Object written = spec.get("policyTypes");
        spec.put("policyTypes", new TreeSet<>(written instanceof List<?> l ? texts(l) : types));
      }
      case "Service" -> {
        spec.putIfAbsent("type", "ClusterIP");
        spec.remove("externalTrafficPolicy", "Cluster");
      }
      case "StatefulSet" -> spec.putIfAbsent("replicas", 1);
      case "Job" -> withoutUnusedCompletions(spec);
      case "CronJob" -> {
        Map<Object, Object> template = copy(spec.get("jobTemplate"));
        Map<Object, Object> job = copy(template.get("spec"));
        withoutUnusedCompletions(job);
        template.put("spec", job);
        spec.put("jobTemplate", template);
      }
      default -> {}
    }
    return spec;
  }

  /** Only the pods of an indexed Job differ in their labels. */
  private static void withoutUnusedCompletions(Map<Object, Object> job) {
    if (!"Indexed".equals(job.get("completionMode"))) {
      job.remove("completionMode");
      job.remove("completions");
    }
  }

  private static List<String> texts(List<?> list) {
    return list.stream().map(String::valueOf).toList();
  }

  /** Normalizes a value: an empty list counts as absent, and TCP is the default protocol. */
  private static Object normal(String key, Object value) {
    if (value instanceof List<?> list) {
      List<Object> items = new ArrayList<>();
      list.forEach(item -> items.add(normal(key, item)));
      return items;
    }
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Map<Object, Object> fields = new LinkedHashMap<>();
    map.forEach(
        (name, field) -> {
          Object inner = normal(String.valueOf(name), field);
          boolean emptyList = inner instanceof List<?> list && list.isEmpty();
          boolean noLabels = isLabels(String.valueOf(name)) && inner.equals(Map.of());
          boolean unset = name.equals("hostNetwork") && inner.equals(false);
          boolean inventory = !isLabels(key) && INVENTORY.contains(name);
          if (!emptyList && !noLabels && !unset && !inventory) {
            fields.put(name, inner);
          }
        });
    if (key.equals("ports")
        && (fields.containsKey("port") || fields.containsKey("containerPort"))) {
      fields.putIfAbsent("protocol", "TCP");
      if (fields.containsKey("targetPort") && fields.get("targetPort").equals(fields.get("port"))) {
        fields.remove("targetPort");
      }
    }
    return fields;
  }

  private static boolean isLabels(String field) {
    return field.equals("labels") || field.equals("matchLabels");
  }

  private static Map<Object, Object> copy(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? new LinkedHashMap<>(map) : new LinkedHashMap<>();
  }

  private static List<Object> templates(ManifestObject object) {
    List<Object> templates = new ArrayList<>();
    for (PodTemplate each : object.templates()) {
      templates.add(List.of(each.part(), withoutInventory(each), each.guessed(), each.from()));
    }
    return templates;
  }

  private static PodTemplateSpec withoutInventory(PodTemplate template) {
    PodTemplateSpec shape = new PodTemplateSpecBuilder(template.shape()).build();
    PodSpec spec = shape.getSpec();
    if (spec != null) {
      spec.setVolumes(List.of());
      spec.setServiceAccountName(null);
      spec.setAutomountServiceAccountToken(null);
      Stream.of(spec.getContainers(), spec.getInitContainers())
          .filter(Objects::nonNull)
          .flatMap(List::stream)
          .forEach(
              container -> {
                container.setImage(null);
                container.setEnv(List.of());
                container.setEnvFrom(List.of());
              });
    }
    return shape;
  }
}
