package dev.zonec.importer.draft;

import dev.zonec.importer.set.PodCube;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.IpBlock;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Proposes names for sets of pods and addresses. */
final class NameProposal {
  /** Labels whose value is usually the name of a workload, most reliable first. */
  private static final List<String> NAME_LABELS =
      List.of(
          "app.kubernetes.io/name",
          "app",
          "k8s-app",
          "name",
          "app.kubernetes.io/instance",
          "app.kubernetes.io/component",
          "component",
          "tier",
          "role");

  private final List<Workload> workloads;

  NameProposal(List<Workload> workloads) {
    this.workloads = List.copyOf(workloads);
  }

  /**
   * Proposes the value of such a label, or else the name of the only workload in the set, or else a
   * name made from other labels.
   */
  String of(PodCube pods) {
    Selector labels = pods.pods();
    if (labels.selectsEverything()) {
      return namespace(pods).orElseGet(() -> byLabels(pods.namespaces()).orElse("pods"));
    }
    return nameLabel(labels).or(() -> onlyWorkload(pods)).or(() -> byLabels(labels)).orElse("pods");
  }

  private Optional<String> onlyWorkload(PodCube pods) {
    List<Workload> selected =
        workloads.stream().filter(workload -> pods.contains(workload.pod())).toList();
    return selected.size() == 1 && namespace(pods).isPresent()
        ? Optional.of(selected.getFirst().name())
        : Optional.empty();
  }

  /** Returns the namespace, if the set requires one by name. */
  static Optional<String> namespace(PodCube pods) {
    return pods.namespaces().requirements().stream()
        .filter(requirement -> requirement.key().equals(Namespace.NAME_LABEL))
        .flatMap(requirement -> only(requirement).stream())
        .findFirst();
  }

  private static Optional<String> nameLabel(Selector labels) {
    return NAME_LABELS.stream()
        .flatMap(
            key ->
                labels.requirements().stream()
                    .filter(requirement -> requirement.key().equals(key))
                    .flatMap(requirement -> only(requirement).stream()))
        .findFirst();
  }

  private static Optional<String> byLabels(Selector labels) {
    return nameLabel(labels)
        .or(
            () ->
                labels.requirements().stream()
                    .flatMap(requirement -> only(requirement).stream())
                    .findFirst())
        .or(() -> labels.requirements().stream().map(NameProposal::described).findFirst());
  }

  private static Optional<String> only(Requirement requirement) {
    return requirement instanceof Requirement.In(String key, SortedSet<String> values)
            && values.size() == 1
            && !values.first().isEmpty()
        ? Optional.of(values.first())
        : Optional.empty();
  }

  private static String described(Requirement requirement) {
    String key = requirement.key().substring(requirement.key().lastIndexOf('/') + 1);
    return switch (requirement) {
      case Requirement.In(var k, var values) -> key + "-" + String.join("-", values);
      case Requirement.NotIn(var k, var values) -> key + "-not-" + String.join("-", values);
      case Requirement.Exists exists -> "with-" + key;
      case Requirement.DoesNotExist absent -> "without-" + key;
    };
  }

  /** Proposes a name after the first block, or {@code world} for all addresses of a family. */
  static String of(List<IpBlock> blocks) {
    IpBlock first = blocks.getFirst();
    boolean wide = blocks.stream().anyMatch(block -> block.cidr().prefix() == 0);
    return wide ? "world" : "net-" + first.cidr().toString();
  }
}
