package dev.zonec.kubernetes.manifest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The fields of an object that a server or a controller sets, such as {@code status} or a Service's
 * {@code clusterIP}. A file that was exported from a cluster has them; the file that was applied
 * usually has not.
 */
final class ServerFields {
  private static final Set<String> OF_JOBS =
      Set.of(
          "job-name",
          "batch.kubernetes.io/job-name",
          "controller-uid",
          "batch.kubernetes.io/controller-uid");

  private final Map<String, Object> values = new TreeMap<>();

  private ServerFields() {}

  /**
   * Moves the fields that a server sets out of {@code object}.
   *
   * @param object the fields of an object; its maps are changed
   */
  static ServerFields takenFrom(String kind, Map<Object, Object> object) {
    ServerFields fields = new ServerFields();
    fields.take(object, "status", "status");
    Map<Object, Object> spec = inner(object, "spec");
    switch (kind) {
      case "Service" -> fields.ofService(spec);
      case "Pod" -> fields.take(spec, "nodeName", "spec.nodeName");
      case "Node" -> {
        fields.take(spec, "podCIDR", "spec.podCIDR");
        fields.take(spec, "podCIDRs", "spec.podCIDRs");
      }
      case "Job" -> {
        Map<Object, Object> template = inner(spec, "template");
        Map<Object, Object> metadata = inner(template, "metadata");
        Map<Object, Object> labels = inner(metadata, "labels");
        OF_JOBS.forEach(key -> fields.take(labels, key, "label " + key));
        put(metadata, "labels", labels);
        put(template, "metadata", metadata);
        put(spec, "template", template);
      }
      default -> {}
    }
    put(object, "spec", spec);
    return fields;
  }

  /** Whether {@code other} has the same value of each of these fields. */
  boolean isPartOf(ServerFields other) {
    return other.values.entrySet().containsAll(values.entrySet());
  }

  private void ofService(Map<Object, Object> spec) {
    // A Service without an address was declared so; the server changes nothing about it.
    if (!"None".equals(spec.get("clusterIP"))) {
      take(spec, "clusterIP", "spec.clusterIP");
    }
    take(spec, "clusterIPs", "spec.clusterIPs");
    if (spec.get("ports") instanceof List<?> ports) {
      for (int i = 0; i < ports.size(); i++) {
        if (ports.get(i) instanceof Map<?, ?> port) {
          @SuppressWarnings("unchecked") // Normalized maps can be changed.
          Map<Object, Object> fields = (Map<Object, Object>) port;
          take(fields, "nodePort", "spec.ports." + i + ".nodePort");
        }
      }
    }
  }

  /** Moves one field, and the fields inside of it one by one. */
  private void take(Map<Object, Object> from, String field, String path) {
    Object value = from.remove(field);
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, inner) -> values.put(path + "." + key, inner));
    } else if (value != null && !value.equals("") && !value.equals(0)) {
      values.put(path, value);
    }
  }

  private static Map<Object, Object> inner(Map<Object, Object> from, String field) {
    return from.get(field) instanceof Map<?, ?> map
        ? new LinkedHashMap<>(map)
        : new LinkedHashMap<>();
  }

  private static void put(Map<Object, Object> to, String field, Map<Object, Object> value) {
    if (value.isEmpty()) {
      to.remove(field);
    } else {
      to.put(field, value);
    }
  }
}
