package dev.zonec.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * A cluster of {@link ClusterFiles} in the form that cyclonus reads: the policies as one list, and
 * a model with the namespaces, a pod for each Deployment, and the ports to probe.
 *
 * @param policies the folder with the list of policies
 * @param model the model
 */
record CyclonusFiles(Path policies, Path model) {
  /** The ports that policies of the cluster mention. */
  private static final List<Integer> PORTS = List.of(8080, 5432);

  /** Writes the objects of the manifests in {@code cluster} into {@code folder}. */
  static CyclonusFiles of(Path cluster, Path folder) {
    List<Map<?, ?>> objects = objects(cluster);
    Map<String, Object> namespaces = new TreeMap<>();
    List<Object> pods = new ArrayList<>();
    List<Object> policies = new ArrayList<>();
    for (Map<?, ?> object : objects) {
      Map<?, ?> metadata = part(object, "metadata");
      String name = String.valueOf(metadata.get("name"));
      switch (String.valueOf(object.get("kind"))) {
        case "Namespace" -> {
          Map<String, Object> labels = labels(metadata);
          labels.put("kubernetes.io/metadata.name", name);
          namespaces.put(name, labels);
        }
        case "Deployment" ->
            pods.add(pod(String.valueOf(metadata.get("namespace")), name, object, pods.size()));
        default -> policies.add(object);
      }
    }
    CyclonusFiles files =
        new CyclonusFiles(folder.resolve("policies"), folder.resolve("model.json"));
    write(
        files.policies.resolve("policies.json"),
        Map.of(
            "apiVersion", "networking.k8s.io/v1", "kind", "NetworkPolicyList", "items", policies));
    write(
        files.model,
        Map.of(
            "Resources",
            Map.of("Namespaces", namespaces, "Pods", pods),
            "Probes",
            PORTS.stream().map(port -> Map.of("Protocol", "TCP", "Port", port)).toList()));
    return files;
  }

  private static List<Map<?, ?>> objects(Path cluster) {
    List<Map<?, ?>> objects = new ArrayList<>();
    try (Stream<Path> files = Files.list(cluster)) {
      for (Path file : files.sorted().toList()) {
        new Yaml()
            .loadAll(Files.readString(file))
            .forEach(object -> objects.add((Map<?, ?>) object));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return objects;
  }

  private static Map<String, Object> pod(
      String namespace, String name, Map<?, ?> deployment, int number) {
    Map<?, ?> template = part(part(deployment, "spec"), "template");
    return Map.of(
        "Namespace",
        namespace,
        "Name",
        name,
        "Labels",
        labels(part(template, "metadata")),
        "IP",
        "10." + number / 65_536 + "." + number / 256 % 256 + "." + number % 256,
        "Containers",
        PORTS.stream()
            .map(
                port ->
                    Map.of(
                        "Name",
                        "main-" + port,
                        "Port",
                        port,
                        "Protocol",
                        "TCP",
                        "PortName",
                        port == 8080 ? "http" : ""))
            .toList());
  }

  private static Map<?, ?> part(Map<?, ?> object, String name) {
    if (object.get(name) instanceof Map<?, ?> part) {
      return part;
    }
    throw new IllegalStateException(object + " has no " + name);
  }

  private static Map<String, Object> labels(Map<?, ?> metadata) {
    Map<String, Object> labels = new TreeMap<>();
    if (metadata.get("labels") instanceof Map<?, ?> some) {
      some.forEach((key, value) -> labels.put(String.valueOf(key), value));
    }
    return labels;
  }

  private static void write(Path file, Object value) {
    try {
      Files.createDirectories(file.getParent());
      ObjectMapper mapper = JsonMapper.builder().build();
      Files.writeString(file, mapper.writeValueAsString(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
