package dev.zonec.verifier.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Recognizes workloads that are named with their kinds, as in commands of kubectl. */
final class NamesWithKinds {
  private static final Set<String> KINDS =
      Set.of(
          "deployment",
          "deployments",
          "deploy",
          "statefulset",
          "statefulsets",
          "sts",
          "daemonset",
          "daemonsets",
          "ds",
          "replicaset",
          "replicasets",
          "rs",
          "pod",
          "pods",
          "po",
          "job",
          "jobs",
          "cronjob",
          "cronjobs",
          "cj",
          "replicationcontroller",
          "rc",
          "workload");

  private NamesWithKinds() {}

  /**
   * Returns the workload among {@code names} that {@code asked} means: {@code deployment/shop/web},
   * {@code shop/pod/web} or {@code deploy/web}.
   *
   * @param names namespaces and names, such as {@code shop/web}
   */
  static Optional<String> workload(String asked, List<String> names) {
    List<String> parts = new ArrayList<>(List.of(asked.split("/", -1)));
    if (!parts.removeIf(part -> KINDS.contains(part.toLowerCase(Locale.ROOT)))) {
      return Optional.empty();
    }
    String name = String.join("/", parts);
    return names.stream()
        .filter(each -> each.equals(name) || each.endsWith("/" + name))
        .findFirst();
  }
}
