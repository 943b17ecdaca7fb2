package dev.zonec.kubernetes.world;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.net.IpAddress;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Groups instances into workloads. The instances of one owner form one workload if no selector
 * distinguishes them. Otherwise each group is a workload of its own, named as a part of the owner.
 */
final class Workloads {
  /** The properties that distinguish instances of an owner. */
  private record Signature(
      SortedMap<String, BitSet> labels, List<NamedPort> namedPorts, boolean hostNetwork) {}

  /** A workload whose pod has no name yet. */
  private record Group(ObjectName owner, ObjectName shownAs, List<Instance> alike) {}

  private Workloads() {}

  static List<Workload> of(
      List<Instance> instances, SelectorLabels asked, Map<String, Namespace> namespaces) {
    Map<ObjectName, Map<Signature, List<Instance>>> byOwner = new LinkedHashMap<>();
    for (Instance instance : instances) {
      Deadline.check();
      Signature look =
          new Signature(
              asked.signature(instance.labels()), instance.namedPorts(), instance.hostNetwork());
      byOwner
          .computeIfAbsent(instance.owner(), owner -> new LinkedHashMap<>())
          .computeIfAbsent(look, l -> new ArrayList<>())
          .add(instance);
    }
    List<Group> groups = new ArrayList<>();
    byOwner.forEach((owner, looks) -> groups.addAll(groups(owner, looks.values(), asked)));
    Map<String, Long> uses =
        groups.stream().collect(Collectors.groupingBy(Workloads::plainName, Collectors.counting()));
    return groups.stream()
        .map(
            group ->
                workload(group, uses.getOrDefault(plainName(group), 1L) > 1, asked, namespaces))
        .sorted(
            Comparator.comparing((Workload workload) -> workload.pod().namespace().name())
                .thenComparing(Workload::name)
                .thenComparing(Workload::kind))
        .toList();
  }

  private static List<Group> groups(
      ObjectName owner, Collection<List<Instance>> looks, SelectorLabels asked) {
    PartNames names = new PartNames(owner, looks, asked);
    Map<ObjectName, Long> uses =
        looks.stream().map(names::of).collect(Collectors.groupingBy(n -> n, Collectors.counting()));
    List<Group> groups = new ArrayList<>();
    for (List<Instance> alike : looks) {
      ObjectName name = names.of(alike);
      boolean taken = uses.getOrDefault(name, 1L) > 1;
      groups.add(new Group(owner, taken ? names.numbered(alike, groups.size() + 1) : name, alike));
    }
    return groups;
  }

  private static String plainName(Group group) {
    return group.shownAs().namespace() + "/" + group.shownAs().name();
  }

  private static Workload workload(
      Group group, boolean sharesName, SelectorLabels asked, Map<String, Namespace> namespaces) {
    ObjectName shown = group.shownAs();
    Instance first =
        Collections.min(
            group.alike(),
            Comparator.comparing((Instance instance) -> !instance.self().equals(group.owner()))
                .thenComparing(instance -> instance.self().name()));
    // Names of objects contain no slash, so the name stays unique.
    String podName =
        sharesName ? shown.kind().toLowerCase(Locale.ROOT) + "/" + shown.name() : shown.name();
    Namespace namespace =
        namespaces.getOrDefault(shown.namespace(), Namespace.undeclared(shown.namespace()));
    Endpoint.Pod pod =
        new Endpoint.Pod(
            namespace,
            podName,
            labels(first, group.alike(), asked),
            first.namedPorts(),
            first.hostNetwork(),
            common(group.alike(), Instance::node),
            addresses(group.alike()));
    return new Workload(
        pod, shown.kind(), shown.name(), group.owner().name(), names(group.alike()), first.span());
  }

  private static PodNames names(List<Instance> alike) {
    SortedMap<String, Map<String, String>> given = new TreeMap<>();
    Map<String, String> nodes = new HashMap<>();
    alike.stream()
        .filter(Instance::isPod)
        .forEach(
            instance -> {
              given.put(instance.self().name(), instance.labels());
              if (!instance.node().isEmpty()) {
                nodes.put(instance.self().name(), instance.node());
              }
            });
    PodNames.Replicas replicas =
        alike.stream()
            .map(Instance::replicas)
            .filter(some -> some.count() > 0)
            .max(Comparator.comparingInt(PodNames.Replicas::count))
            .orElse(PodNames.Replicas.NONE);
    return new PodNames(given, nodes, alike.stream().map(Instance::labels).toList(), replicas);
  }

  /**
   * Returns the labels that all instances share and, for the keys that selectors use, the labels of
   * the first instance. All instances meet the same requirements on these keys.
   */
  private static Map<String, String> labels(
      Instance first, List<Instance> alike, SelectorLabels asked) {
    Map<String, String> labels = new TreeMap<>(first.labels());
    Set<String> kept = asked.keysAmong(labels.keySet());
    labels
        .entrySet()
        .removeIf(
            label ->
                !kept.contains(label.getKey())
                    && alike.stream()
                        .anyMatch(other -> !other.labels().entrySet().contains(label)));
    return labels;
  }

  /**
   * Returns the value that all pods share; empty if they differ. Templates are ignored, because
   * they lack such values.
   */
  private static String common(List<Instance> alike, Function<Instance, String> part) {
    boolean anyPod = alike.stream().anyMatch(Instance::isPod);
    List<String> values =
        alike.stream()
            .filter(instance -> !anyPod || instance.isPod())
            .map(part)
            .distinct()
            .toList();
    return values.size() == 1 ? values.getFirst() : "";
  }

  private static List<IpAddress> addresses(List<Instance> alike) {
    return alike.stream()
        .map(Instance::addresses)
        .flatMap(List::stream)
        .distinct()
        .sorted()
        .toList();
  }
}
