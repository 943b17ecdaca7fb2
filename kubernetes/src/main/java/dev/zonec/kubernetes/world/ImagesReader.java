package dev.zonec.kubernetes.world;

import dev.zonec.kubernetes.manifest.Document;
import dev.zonec.kubernetes.manifest.ManifestObject;
import dev.zonec.kubernetes.manifest.PodTemplate;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the images of the containers of pods. */
final class ImagesReader {
  private final Document document;
  private final Map<String, SortedSet<String>> ids = new HashMap<>();
  private final List<ContainerImage> images = new ArrayList<>();

  private ImagesReader(Document document) {
    this.document = document;
  }

  /** Returns the images of the pods of {@code each}, in the order of its containers. */
  static List<ContainerImage> read(ManifestObject each) {
    ImagesReader reader = new ImagesReader(each.document());
    if (each.object() instanceof Pod pod) {
      reader.addIds(pod.getStatus());
      reader.add(pod.getSpec(), List.of("spec"));
    } else {
      PodTemplates.of(each.object())
          .ifPresent(
              template -> {
                List<Object> path = new ArrayList<>(InstanceReader.templatePath(each.object()));
                reader.add(template.getSpec(), specOf(path));
              });
      for (PodTemplate template : each.templates()) {
        reader.add(template.shape().getSpec(), specOf(template.labels()));
      }
    }
    return reader.images;
  }

  /** Returns the path of the specification beside the labels at {@code labels}. */
  private static List<Object> specOf(List<?> labels) {
    List<Object> path = new ArrayList<>(labels);
    if (path.size() >= 2) {
      path.subList(path.size() - 2, path.size()).clear();
    }
    path.add("spec");
    return path;
  }

  private void addIds(@Nullable PodStatus status) {
    if (status != null) {
      addIds(status.getContainerStatuses());
      addIds(status.getInitContainerStatuses());
    }
  }

  private void addIds(@Nullable List<ContainerStatus> statuses) {
    for (ContainerStatus status : orEmpty(statuses)) {
      if (status.getName() != null
          && status.getImageID() != null
          && !status.getImageID().isEmpty()) {
        ids.computeIfAbsent(status.getName(), name -> new TreeSet<>()).add(status.getImageID());
      }
    }
  }

  private void add(@Nullable PodSpec spec, List<Object> path) {
    if (spec != null) {
      add(spec.getInitContainers(), path, "initContainers");
      add(spec.getContainers(), path, "containers");
    }
  }

  private void add(@Nullable List<Container> containers, List<Object> path, String field) {
    int number = 0;
    for (Container container : orEmpty(containers)) {
      if (container.getImage() != null && !container.getImage().isEmpty()) {
        List<Object> place = new ArrayList<>(path);
        place.addAll(List.of(field, number, "image"));
        String name = Optional.ofNullable(container.getName()).orElse("");
        images.add(
            new ContainerImage(
                name,
                container.getImage(),
                ids.getOrDefault(name, new TreeSet<>()),
                document.span(place)));
      }
      number++;
    }
  }

  private static <T> List<T> orEmpty(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }
}
