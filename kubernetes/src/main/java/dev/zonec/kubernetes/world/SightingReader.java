package dev.zonec.kubernetes.world;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.manifest.Document;
import dev.zonec.kubernetes.manifest.ManifestObject;
import dev.zonec.kubernetes.world.AddressSighting.Of;
import dev.zonec.kubernetes.world.AddressSighting.Shown;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpAddress;
import io.fabric8.kubernetes.api.model.HostIP;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeAddress;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodIP;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.Service;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds addresses of pods, nodes and Services that objects show. */
final class SightingReader {
  private final List<AddressSighting> found = new ArrayList<>();

  private SightingReader() {}

  /**
   * Returns the addresses in the order of the objects; those of pods in Endpoints, and the blocks
   * that networks declare for pods, come last.
   */
  static List<AddressSighting> read(Map<ObjectName, ManifestObject> objects) {
    SightingReader reader = new SightingReader();
    objects.forEach(
        (name, each) -> {
          switch (each.object()) {
            case Pod pod -> reader.pod(pod, name, each.document());
            case Node node -> reader.node(node, name, each.document());
            case Service service -> reader.service(service, name, each.document());
            default -> {}
          }
        });
    Set<Cidr> hosts = new HashSet<>();
    for (AddressSighting sighting : reader.found) {
      if (sighting.of() == Of.NODE) {
        hosts.add(sighting.block());
      }
    }
    // For pods on the host network, Endpoints have the node's address.
    PodEndpoints.read(objects).stream()
        .filter(sighting -> !hosts.contains(sighting.block()))
        .forEach(reader.found::add);
    reader.found.addAll(PoolReader.read(objects));
    return List.copyOf(reader.found);
  }

  private void pod(Pod pod, ObjectName name, Document document) {
    @Nullable PodStatus status = pod.getStatus();
    if (status == null || InstanceReader.isFinished(pod)) {
      return;
    }
    boolean onHost = pod.getSpec() != null && Boolean.TRUE.equals(pod.getSpec().getHostNetwork());
    Of of = onHost ? Of.NODE : Of.POD;
    Shown shown = onHost ? Shown.NODE_OF : Shown.OWN;
    add(of, shown, status.getPodIP(), name, document.span("status", "podIP"));
    List<PodIP> podIps = orEmpty(status.getPodIPs());
    for (int i = 0; i < podIps.size(); i++) {
      add(of, shown, podIps.get(i).getIp(), name, document.span("status", "podIPs", i, "ip"));
    }
    add(Of.NODE, Shown.NODE_OF, status.getHostIP(), name, document.span("status", "hostIP"));
    List<HostIP> hostIps = orEmpty(status.getHostIPs());
    for (int i = 0; i < hostIps.size(); i++) {
      add(
          Of.NODE,
          Shown.NODE_OF,
          hostIps.get(i).getIp(),
          name,
          document.span("status", "hostIPs", i, "ip"));
    }
  }

  private void node(Node node, ObjectName name, Document document) {
    if (node.getSpec() != null) {
      range(node.getSpec().getPodCIDR(), name, document.span("spec", "podCIDR"));
      List<String> ranges = orEmpty(node.getSpec().getPodCIDRs());
      for (int i = 0; i < ranges.size(); i++) {
        range(ranges.get(i), name, document.span("spec", "podCIDRs", i));
      }
    }
    if (node.getStatus() != null) {
      List<NodeAddress> addresses = orEmpty(node.getStatus().getAddresses());
      for (int i = 0; i < addresses.size(); i++) {
        if ("InternalIP".equals(addresses.get(i).getType())) {
          Span span = document.span("status", "addresses", i, "address");
          add(Of.NODE, Shown.OWN, addresses.get(i).getAddress(), name, span);
        }
      }
    }
  }

  private void service(Service service, ObjectName name, Document document) {
    if (service.getSpec() == null) {
      return;
    }
    add(
        Of.SERVICE,
        Shown.OWN,
        service.getSpec().getClusterIP(),
        name,
        document.span("spec", "clusterIP"));
    List<String> more = orEmpty(service.getSpec().getClusterIPs());
    for (int i = 0; i < more.size(); i++) {
      add(Of.SERVICE, Shown.OWN, more.get(i), name, document.span("spec", "clusterIPs", i));
    }
  }

  private void range(@Nullable String text, ObjectName owner, Span span) {
    Optional.ofNullable(text)
        .flatMap(Cidr::parse)
        .ifPresent(
            block -> add(new AddressSighting(Of.POD, Shown.RANGE, block, owner.toString(), span)));
  }

  private void add(Of of, Shown shown, @Nullable String text, ObjectName owner, Span span) {
    Optional.ofNullable(text)
        .flatMap(IpAddress::parse)
        .map(Cidr::only)
        .ifPresent(block -> add(new AddressSighting(of, shown, block, owner.toString(), span)));
  }

  /** Adds an address, unless an earlier field of the object shows it. */
  private void add(AddressSighting sighting) {
    boolean known =
        found.reversed().stream()
            .limit(8)
            .anyMatch(
                other ->
                    other.of() == sighting.of()
                        && other.block().equals(sighting.block())
                        && other.owner().equals(sighting.owner()));
    if (!known) {
      found.add(sighting);
    }
  }

  private static <T> List<T> orEmpty(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }
}
