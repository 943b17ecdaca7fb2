package dev.zonec.verifier.live;

import java.util.List;

/** What every cluster serves and zonec reads. */
final class BuiltinResources {
  static final ApiResource NAMESPACES = new ApiResource("v1", "Namespace", "namespaces", false);

  /** All but namespaces, policies first: they matter most. */
  static final List<ApiResource> OTHERS =
      List.of(
          new ApiResource("networking.k8s.io/v1", "NetworkPolicy", "networkpolicies", true),
          new ApiResource("v1", "Node", "nodes", false),
          new ApiResource("v1", "Service", "services", true),
          new ApiResource("apps/v1", "Deployment", "deployments", true),
          new ApiResource("apps/v1", "StatefulSet", "statefulsets", true),
          new ApiResource("apps/v1", "DaemonSet", "daemonsets", true),
          new ApiResource("apps/v1", "ReplicaSet", "replicasets", true),
          new ApiResource("v1", "ReplicationController", "replicationcontrollers", true),
          new ApiResource("batch/v1", "CronJob", "cronjobs", true),
          new ApiResource("batch/v1", "Job", "jobs", true),
          new ApiResource("v1", "Pod", "pods", true));

  private BuiltinResources() {}

  /** Whether a kind is one of these. */
  static boolean has(String group, String kind) {
    return (NAMESPACES.group().equals(group) && NAMESPACES.kind().equals(kind))
        || OTHERS.stream().anyMatch(each -> each.group().equals(group) && each.kind().equals(kind));
  }
}
