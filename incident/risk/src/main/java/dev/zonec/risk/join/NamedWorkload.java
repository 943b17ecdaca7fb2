package dev.zonec.risk.join;

import dev.zonec.kubernetes.world.Workload;
import dev.zonec.risk.vulnerability.WorkloadName;

/** Compares the names of workloads in reports with those of manifests. */
final class NamedWorkload {
  private NamedWorkload() {}

  /**
   * Whether {@code named} is {@code workload}, a pod of it, or an object that it has created: the
   * ReplicaSet of a Deployment ends with a hash, the Job of a CronJob with a time.
   */
  static boolean is(WorkloadName named, Workload workload) {
    if (!named.namespace().equals(workload.namespace())) {
      return false;
    }
    String whole = workload.whole();
    return switch (named.kind()) {
      case "Pod" ->
          workload.pods().contains(named.name())
              || (workload.kind().equals("Pod") && whole.equals(named.name()));
      case "ReplicaSet" ->
          isCalled(named, workload)
              || (!workload.kind().equals("ReplicaSet")
                  && hasSuffix(named, whole, "[a-z0-9]{1,10}"));
      case "Job" ->
          isCalled(named, workload)
              || (workload.kind().equals("CronJob") && hasSuffix(named, whole, "[0-9]+"));
      default -> isCalled(named, workload);
    };
  }

  private static boolean isCalled(WorkloadName named, Workload workload) {
    return workload.kind().equals(named.kind()) && workload.whole().equals(named.name());
  }

  private static boolean hasSuffix(WorkloadName named, String whole, String suffix) {
    return named.name().startsWith(whole + "-")
        && named.name().substring(whole.length() + 1).matches(suffix);
  }
}
