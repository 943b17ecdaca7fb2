package dev.zonec.verifier.world;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.IpAddress;
import dev.zonec.verifier.manifest.ManifestObject;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The nodes among objects, with the addresses that they have in the cluster. */
final class NodeReader {
  private NodeReader() {}

  /** Sorted by name. */
  static List<Endpoint.Node> read(Map<ObjectName, ManifestObject> objects) {
    List<Endpoint.Node> nodes = new ArrayList<>();
    objects.forEach(
        (name, each) -> {
          if (each.object() instanceof Node node) {
            nodes.add(
                new Endpoint.Node(
                    name.name(), ObjectName.labels(node.getMetadata()), internalAddresses(node)));
          }
        });
    nodes.sort(Comparator.comparing(Endpoint.Node::name));
    return nodes;
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
