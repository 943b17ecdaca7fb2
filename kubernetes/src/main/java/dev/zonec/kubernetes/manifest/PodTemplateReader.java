package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.yaml.MappingNode;
import dev.zonec.model.label.LabelSyntax;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the pod templates of an object. */
final class PodTemplateReader {
  private static final Shape LABELS = Shape.open(Map.of("labels", ObjectShapes.TEXTS));

  private static final Shape REFERENCE =
      Shape.open(Map.of("kind", ObjectShapes.TEXT, "name", ObjectShapes.TEXT));

  private final Document document;
  private final String name;
  private final KindRow.Pods pods;
  private final List<Diagnostic> problems = new ArrayList<>();

  /**
   * @param document the object, a tree without cycles
   * @param name its name
   * @param pods the paths of its templates
   */
  PodTemplateReader(Document document, String name, KindRow.Pods pods) {
    this.document = document;
    this.name = name;
    this.pods = pods;
  }

  /** Returns the problems of the templates. */
  List<Diagnostic> problems() {
    return problems;
  }

  /** Returns the templates of the object. */
  List<PodTemplate> read() {
    Optional<PodTemplate.Reference> from = pods.from().flatMap(this::reference);
    if (pods.templates().isEmpty() || from.isPresent()) {
      return List.of(template("", new PodTemplateSpec(), List.of(), from));
    }
    List<PodTemplate> templates = new ArrayList<>();
    for (FieldPath path : pods.templates()) {
      for (FieldPath.Found found : path.in(document.root(), pods.part())) {
        if (found.node() instanceof MappingNode mapping && isWanted(mapping)) {
          List<Object> labels = new ArrayList<>(found.steps());
          labels.addAll(List.of("metadata", "labels"));
          templates.add(
              template(found.part().orElse(""), shape(document, mapping, problems), labels, from));
        }
      }
    }
    return templates;
  }

  private boolean isWanted(MappingNode mapping) {
    return pods.only().isEmpty()
        || Fields.of(mapping).keySet().stream().anyMatch(pods.only()::contains);
  }

  /** Reads the template in {@code mapping}; an empty template if there are problems. */
  static PodTemplateSpec shape(Document document, MappingNode mapping, List<Diagnostic> problems) {
    return ObjectReader.template(document, mapping, problems).orElseGet(PodTemplateSpec::new);
  }

  private Optional<PodTemplate.Reference> reference(FieldPath path) {
    return path.in(document.root(), Optional.empty()).stream()
        .map(FieldPath.Found::node)
        .flatMap(node -> new ShapeReader(document).read("the reference", node, REFERENCE).stream())
        .filter(Map.class::isInstance)
        .map(fields -> (Map<?, ?>) fields)
        .filter(fields -> fields.containsKey("kind") && fields.containsKey("name"))
        .map(
            fields ->
                new PodTemplate.Reference(
                    String.valueOf(fields.get("kind")), String.valueOf(fields.get("name"))))
        .findFirst();
  }

  private PodTemplate template(
      String part,
      PodTemplateSpec shape,
      List<Object> labels,
      Optional<PodTemplate.Reference> from) {
    ObjectMeta metadata = orElse(shape.getMetadata(), new ObjectMeta());
    Map<String, String> all = new LinkedHashMap<>(metadataLabels());
    all.putAll(orElse(metadata.getLabels(), Map.of()));
    Map<String, String> guessed = new LinkedHashMap<>();
    pods.labels()
        .forEach(
            (key, written) -> {
              Optional<String> value = value(written, part);
              if (value.isPresent()) {
                all.put(key, value.get());
              } else if (!all.containsKey(key)) {
                guessed.put(key, likeness(written, part));
              }
            });
    metadata.setLabels(all);
    shape.setMetadata(metadata);
    addPorts(shape);
    return new PodTemplate(part, shape, labels, guessed, from);
  }

  /**
   * Returns the value of a label that the controller adds; empty if only the controller knows it.
   */
  private Optional<String> value(String written, String part) {
    boolean open =
        written.contains(KindRow.Pods.UNKNOWN)
            || (written.contains(KindRow.Pods.NAME) && name.isEmpty())
            || (written.contains(KindRow.Pods.PART) && part.isEmpty());
    // A name that is too long for a label is shortened in some way.
    return Optional.of(filled(written, part)).filter(value -> !open).filter(LabelSyntax::isValue);
  }

  private String likeness(String written, String part) {
    return name.isEmpty() || !LabelSyntax.isValue(name)
        ? KindRow.Pods.UNKNOWN
        : filled(written, part.isEmpty() ? KindRow.Pods.UNKNOWN : part);
  }

  private String filled(String written, String part) {
    return written.replace(KindRow.Pods.NAME, name).replace(KindRow.Pods.PART, part);
  }

  private Map<String, String> metadataLabels() {
    Map<String, String> labels = new LinkedHashMap<>();
    pods.metadata().stream()
        .flatMap(path -> path.in(document.root(), Optional.empty()).stream())
        .flatMap(
            found -> new ShapeReader(document).read("the labels", found.node(), LABELS).stream())
        .filter(Map.class::isInstance)
        .map(fields -> ((Map<?, ?>) fields).get("labels"))
        .filter(Map.class::isInstance)
        .forEach(
            found ->
                ((Map<?, ?>) found)
                    .forEach(
                        (key, value) -> labels.put(String.valueOf(key), String.valueOf(value))));
    return labels;
  }

  private void addPorts(PodTemplateSpec shape) {
    if (pods.ports().isEmpty()) {
      return;
    }
    PodSpec spec = orElse(shape.getSpec(), new PodSpec());
    List<ContainerPort> ports =
        pods.ports().stream()
            .map(
                port ->
                    new ContainerPortBuilder()
                        .withName(port.name())
                        .withContainerPort(port.number())
                        .withProtocol(port.protocol().name())
                        .build())
            .toList();
    List<Container> containers = new ArrayList<>(orElse(spec.getContainers(), List.of()));
    containers.add(new ContainerBuilder().withName("added").withPorts(ports).build());
    spec.setContainers(containers);
    shape.setSpec(spec);
  }

  private static <T> T orElse(@Nullable T value, T other) {
    return value == null ? other : value;
  }
}
