package dev.zonec.application.init;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.grammar.parser.Parsed;
import dev.zonec.grammar.parser.ZoneParsing;
import dev.zonec.kubernetes.world.Workload;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One zone for each namespace, and one in it for each label that names workloads. */
public final class WorkloadZones {
  /** Labels whose value is usually the name of a workload, most reliable first. */
  private static final List<String> NAME_LABELS =
      List.of(
          "app",
          "app.kubernetes.io/name",
          "k8s-app",
          "name",
          "app.kubernetes.io/component",
          "component",
          "app.kubernetes.io/instance",
          "tier",
          "role");

  private static final Set<String> BUILT_IN =
      Set.of("any", "any-pod", "dns", "internet", "metadata", "nodelocaldns", "nodes", "apiserver");

  /**
   * Namespaces that a first program does not govern, because a cluster stops working if its DNS and
   * controllers are cut off.
   */
  private static final Set<String> SYSTEM = Set.of("kube-system", "kube-public", "kube-node-lease");

  /** A zone that selects pods by one label. */
  public record Zone(String name, String namespace, String key, String value) {}

  private final Set<String> taken = new HashSet<>(BUILT_IN);
  private final Map<String, String> namespaces = new LinkedHashMap<>();
  private final Map<List<String>, Zone> zones = new LinkedHashMap<>();
  private final Map<String, Zone> ofWorkload = new HashMap<>();

  /** Proposes zones for all workloads that a label names. */
  public WorkloadZones(List<Workload> workloads) {
    for (Workload workload : workloads) {
      // No policy selects a pod on the host network.
      if (!workload.pod().hostNetwork() && !SYSTEM.contains(workload.namespace())) {
        naming(workload).ifPresent(label -> add(workload, label.getKey(), label.getValue()));
      }
    }
  }

  private void add(Workload workload, String key, String value) {
    String namespace = workload.namespace();
    namespaces.computeIfAbsent(namespace, this::named);
    Zone zone =
        zones.computeIfAbsent(
            List.of(namespace, key, value), k -> new Zone(named(value), namespace, key, value));
    ofWorkload.put(id(namespace, workload.whole()), zone);
    ofWorkload.put(workload.label(), zone);
  }

  private static Optional<Map.Entry<String, String>> naming(Workload workload) {
    Map<String, String> labels = workload.pod().labels();
    return NAME_LABELS.stream()
        .filter(key -> !labels.getOrDefault(key, "").isEmpty())
        .findFirst()
        .map(key -> Map.entry(key, labels.getOrDefault(key, "")));
  }

  /** Returns the names of the zones of namespaces, by namespace. */
  public Map<String, String> namespaces() {
    return namespaces;
  }

  /** Returns the zones of workloads. */
  public List<Zone> zones() {
    return List.copyOf(zones.values());
  }

  /** Returns the zone of the workload with a name or a label in reports. */
  public Optional<Zone> of(String namespace, String workload) {
    return Optional.ofNullable(ofWorkload.get(id(namespace, workload)));
  }

  /** Returns the zone of the workload that reports call {@code label}. */
  public Optional<Zone> labelled(String label) {
    return Optional.ofNullable(ofWorkload.get(label));
  }

  private static String id(String namespace, String name) {
    return namespace + "/" + name;
  }

  private String named(String wanted) {
    String name = wanted.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^[^A-Za-z]+|[-_]+$", "");
    name = name.isEmpty() ? "pods" : name.substring(0, Math.min(40, name.length()));
    name = isName(name) ? name : name + "-pods";
    String free = name;
    for (int number = 2; !taken.add(free); number++) {
      free = name + "-" + number;
    }
    return free;
  }

  /** Whether the grammar accepts the name; words that begin statements are not names. */
  private static boolean isName(String name) {
    return ZoneParsing.source(new SourceText("name", "zone " + name + " {}"))
        instanceof Parsed.Tree;
  }
}
