package dev.zonec.application.editing.answer;

import dev.zonec.application.editing.program.Deployment;
import dev.zonec.application.editing.program.ProgramState;
import dev.zonec.application.input.ReadManifests;
import dev.zonec.kubernetes.world.Inventory;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.program.Party;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The names that the manifests of a program use: namespaces, labels and ports.
 *
 * @param read the manifests; empty if there are none
 */
record DeployedNames(Optional<ReadManifests> read) {
  static DeployedNames of(ProgramState state) {
    return new DeployedNames(state.deployment().content().map(Deployment.Content::read));
  }

  private World world() {
    return read.map(ReadManifests::world).orElseGet(() -> World.of(List.of(), List.of()));
  }

  /** Returns the namespaces, each with the number of its workloads. */
  SortedMap<String, Integer> namespaces() {
    SortedMap<String, Integer> found = new TreeMap<>();
    world().namespaces().forEach(namespace -> found.put(namespace.name(), 0));
    world().workloads().forEach(workload -> found.merge(workload.namespace(), 1, Integer::sum));
    return found;
  }

  /** Returns the label keys of pods, each with the number of workloads that have it. */
  SortedMap<String, Integer> podKeys() {
    return keys(world().workloads().stream().map(workload -> workload.pod().labels()));
  }

  /** Returns the values of a label of pods, each with the number of workloads that have it. */
  SortedMap<String, Integer> podValues(String key) {
    return values(world().workloads().stream().map(workload -> workload.pod().labels()), key);
  }

  /** Returns the label keys of namespaces, each with the number of namespaces that have it. */
  SortedMap<String, Integer> namespaceKeys() {
    return keys(world().namespaces().stream().map(Namespace::labels));
  }

  /** Returns the values of a label of namespaces, each with the number of namespaces. */
  SortedMap<String, Integer> namespaceValues(String key) {
    return values(world().namespaces().stream().map(Namespace::labels), key);
  }

  private static SortedMap<String, Integer> keys(Stream<Map<String, String>> labels) {
    return counted(labels, Map::keySet);
  }

  private static SortedMap<String, Integer> values(Stream<Map<String, String>> labels, String key) {
    return counted(labels, all -> Optional.ofNullable(all.get(key)).stream().toList());
  }

  private static SortedMap<String, Integer> counted(
      Stream<Map<String, String>> labels, Function<Map<String, String>, Collection<String>> words) {
    SortedMap<String, Integer> found = new TreeMap<>();
    labels.forEach(each -> words.apply(each).forEach(word -> found.merge(word, 1, Integer::sum)));
    return found;
  }

  /** A workload and its ports. */
  Stream<Inventory.WorkloadPorts> ports() {
    return read.stream().flatMap(each -> each.inventory().workloads().stream());
  }

  /** Returns the workloads whose pods are in {@code party}. */
  List<Workload> members(Party party) {
    return world().workloads().stream().filter(workload -> party.contains(workload.pod())).toList();
  }

  /** Writes a port as the language does. */
  static String written(Inventory.DeclaredPort port) {
    PortRange range = new PortRange(port.number(), port.number());
    return new PortClause.Numbered(port.protocol(), range).toString();
  }
}
