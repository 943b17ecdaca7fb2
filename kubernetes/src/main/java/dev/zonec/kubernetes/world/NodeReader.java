package dev.zonec.kubernetes.world;

import dev.zonec.kubernetes.manifest.ManifestObject;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.IpAddress;
import io.fabric8.kubernetes.api.model.HostIP;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeAddress;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads nodes, with their addresses in the cluster. */
final class NodeReader {
  private NodeReader() {}

  /**
   * Returns the nodes, sorted by name.
   *
   * @param asked whether a policy selects nodes by labels; then only declared nodes are returned,
   *     because the labels of others are unknown
   */
  static List<Endpoint.Node> read(Map<ObjectName, ManifestObject> objects, boolean asked) {
    Map<String, Endpoint.Node> nodes = new TreeMap<>();
    objects.forEach(
        (name, each) -> {
          if (each.object() instanceof Node node) {
            Map<String, String> labels = ObjectName.labels(node.getMetadata());
            nodes.put(name.name(), new Endpoint.Node(name.name(), labels, internalAddresses(node)));
          }
        });
    for (ManifestObject each : objects.values()) {
      if (each.object() instanceof Pod pod && !InstanceReader.isFinished(pod)) {
        String name = nodeOf(pod);
        Endpoint.@Nullable Node known = nodes.get(name);
        if (!name.isEmpty() && (known != null || !asked)) {
          List<IpAddress> addresses = new ArrayList<>(hostAddresses(pod));
          addresses.addAll(known == null ? List.of() : known.addresses());
          nodes.put(
              name,
              new Endpoint.Node(
                  name,
                  known == null ? Map.of() : known.labels(),
                  addresses.stream().distinct().sorted().toList()));
        }
      }
    }
    // A node that a pod shows by address and another object by name is one node.
    List<Endpoint.Node> all = List.copyOf(nodes.values());
    return all.stream()
        .filter(node -> all.stream().noneMatch(other -> isNamedAfter(node, other)))
        .toList();
  }

  private static boolean isNamedAfter(Endpoint.Node node, Endpoint.Node other) {
    return !node.name().equals(other.name())
        && other.addresses().stream().map(IpAddress::toString).anyMatch(node.name()::equals);
  }

  /** Returns the name of the node of a pod, or else its address; empty if both are unknown. */
  static String nodeOf(Pod pod) {
    @Nullable String name = pod.getSpec() == null ? null : pod.getSpec().getNodeName();
    if (name != null && !name.isEmpty()) {
      return name;
    }
    return hostAddresses(pod).stream().findFirst().map(IpAddress::toString).orElse("");
  }

  /** Adds the names of nodes to instances that show only an address of {@code nodes}. */
  static List<Instance> named(List<Instance> instances, List<Endpoint.Node> nodes) {
    Map<String, String> names = new TreeMap<>();
    for (Endpoint.Node node : nodes) {
      node.addresses().stream()
          .map(IpAddress::toString)
          .filter(address -> !address.equals(node.name()))
          .forEach(address -> names.put(address, node.name()));
    }
    return instances.stream()
        .map(instance -> instance.on(names.getOrDefault(instance.node(), instance.node())))
        .toList();
  }

  private static List<IpAddress> hostAddresses(Pod pod) {
    @Nullable PodStatus status = pod.getStatus();
    if (status == null) {
      return List.of();
    }
    List<String> written = new ArrayList<>();
    Optional.ofNullable(status.getHostIP()).ifPresent(written::add);
    @Nullable List<HostIP> more = status.getHostIPs();
    if (more != null) {
      more.forEach(each -> Optional.ofNullable(each.getIp()).ifPresent(written::add));
    }
    return written.stream().map(IpAddress::parse).flatMap(Optional::stream).distinct().toList();
  }

  private static List<IpAddress> internalAddresses(Node node) {
    @Nullable List<NodeAddress> addresses =
        node.getStatus() == null ? null : node.getStatus().getAddresses();
    if (addresses == null) {
      return List.of();
    }
    return addresses.stream()
        .filter(address -> "InternalIP".equals(address.getType()))
        .map(address -> Optional.ofNullable(address.getAddress()).flatMap(IpAddress::parse))
        .flatMap(Optional::stream)
        .distinct()
        .sorted()
        .toList();
  }
}
