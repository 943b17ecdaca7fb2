package dev.zonec.kubernetes.manifest;

import java.util.Set;

/** The kinds of Kubernetes whose objects are pods, or have a template of pods. */
public final class WorkloadKinds {
  private static final Set<String> ALL =
      Set.of(
          "Pod",
          "Deployment",
          "StatefulSet",
          "DaemonSet",
          "ReplicaSet",
          "ReplicationController",
          "Job",
          "CronJob");

  private WorkloadKinds() {}

  /** Returns whether {@code kind} is one of them. */
  public static boolean contains(String kind) {
    return ALL.contains(kind);
  }
}
