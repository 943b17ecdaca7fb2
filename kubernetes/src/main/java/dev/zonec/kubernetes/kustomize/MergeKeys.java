package dev.zonec.kubernetes.kustomize;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The merge keys of lists, from Kubernetes' OpenAPI schema: the fields by which a patch finds items
 * of a list. Lists of other fields, and of kinds without a schema, are replaced.
 *
 * @param keys the fields that identify an item; empty for a list that is replaced
 * @param inside the merge keys of the fields below
 */
record MergeKeys(List<String> keys, Map<String, MergeKeys> inside) {
  MergeKeys {
    keys = List.copyOf(keys);
    inside = Map.copyOf(inside);
  }

  private static final MergeKeys NOTHING = new MergeKeys(List.of(), Map.of());

  private static final MergeKeys CONTAINERS =
      list(
          List.of("name"),
          Map.of(
              "ports", list(List.of("containerPort", "protocol"), Map.of()),
              "env", list(List.of("name"), Map.of()),
              "volumeMounts", list(List.of("mountPath"), Map.of()),
              "volumeDevices", list(List.of("devicePath"), Map.of())));

  private static final MergeKeys POD =
      mapping(
          Map.of(
              "containers", CONTAINERS,
              "initContainers", CONTAINERS,
              "ephemeralContainers", CONTAINERS,
              "volumes", list(List.of("name"), Map.of()),
              "imagePullSecrets", list(List.of("name"), Map.of()),
              "hostAliases", list(List.of("ip"), Map.of()),
              "topologySpreadConstraints",
                  list(List.of("topologyKey", "whenUnsatisfiable"), Map.of())));

  private static final MergeKeys METADATA =
      mapping(Map.of("ownerReferences", list(List.of("uid"), Map.of())));

  private static final MergeKeys TEMPLATE = mapping(Map.of("metadata", METADATA, "spec", POD));
  private static final MergeKeys CONTROLLER = object(mapping(Map.of("template", TEMPLATE)));
  private static final MergeKeys PLAIN = object(NOTHING);

  private static final Map<String, MergeKeys> KINDS =
      Map.ofEntries(
          Map.entry("apps/v1 Deployment", CONTROLLER),
          Map.entry("apps/v1 StatefulSet", CONTROLLER),
          Map.entry("apps/v1 DaemonSet", CONTROLLER),
          Map.entry("apps/v1 ReplicaSet", CONTROLLER),
          Map.entry("batch/v1 Job", CONTROLLER),
          Map.entry("batch/v1 CronJob", object(mapping(Map.of("jobTemplate", CONTROLLER)))),
          Map.entry("v1 ReplicationController", CONTROLLER),
          Map.entry("v1 Pod", object(POD)),
          Map.entry(
              "v1 Service",
              object(mapping(Map.of("ports", list(List.of("port", "protocol"), Map.of()))))),
          Map.entry("v1 Namespace", PLAIN),
          Map.entry("v1 Node", PLAIN),
          Map.entry("networking.k8s.io/v1 NetworkPolicy", PLAIN),
          Map.entry("networking.k8s.io/v1 Ingress", PLAIN));

  /** Returns the merge keys of a kind. */
  static MergeKeys of(String apiVersion, String kind) {
    return KINDS.getOrDefault(apiVersion + " " + kind, NOTHING);
  }

  private static MergeKeys object(MergeKeys spec) {
    return mapping(Map.of("metadata", METADATA, "spec", spec));
  }

  private static MergeKeys mapping(Map<String, MergeKeys> inside) {
    return new MergeKeys(List.of(), inside);
  }

  private static MergeKeys list(List<String> keys, Map<String, MergeKeys> inside) {
    return new MergeKeys(keys, inside);
  }

  /** Returns the merge keys of the field {@code name}. */
  MergeKeys at(String name) {
    @Nullable MergeKeys known = inside.get(name);
    return Optional.ofNullable(known).orElse(NOTHING);
  }
}
