package dev.zonec.kubernetes.world;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.manifest.Document;
import dev.zonec.kubernetes.manifest.ManifestObject;
import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.program.FoundEnds;
import dev.zonec.model.program.FoundEnds.Found;
import io.fabric8.kubernetes.api.model.EndpointSubset;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the addresses of the API server and the nodes. The API server stores its addresses in the
 * Endpoints and EndpointSlices of the Service {@code kubernetes} in the namespace {@code default}.
 * The addresses of a node are those of type InternalIP, without the ranges for its pods.
 */
public final class FoundEndsReader {
  private static final String NAMESPACE = "default";
  private static final String SERVICE = "kubernetes";
  private static final String SERVICE_NAME = "kubernetes.io/service-name";

  private final Map<IpAddress, Found> apiserver = new LinkedHashMap<>();
  private final Map<IpAddress, Found> nodes = new LinkedHashMap<>();

  private FoundEndsReader() {}

  /**
   * Reads {@code manifests} and ignores malformed fields.
   *
   * @param defaultNamespace the namespace of objects that name none
   */
  public static FoundEnds read(Manifests manifests, String defaultNamespace) {
    FoundEndsReader reader = new FoundEndsReader();
    for (ManifestObject each : manifests.objects()) {
      ObjectName name = ObjectName.of(each.object(), defaultNamespace);
      switch (each.object()) {
        case Endpoints endpoints -> reader.endpoints(endpoints, name, each.document());
        case GenericKubernetesResource slice when name.kind().equals("EndpointSlice") ->
            reader.slice(slice, name, each.document());
        case Node node -> reader.node(node, name, each.document());
        default -> {}
      }
    }
    return new FoundEnds(
        List.copyOf(reader.apiserver.values()), List.copyOf(reader.nodes.values()));
  }

  private void endpoints(Endpoints endpoints, ObjectName name, Document document) {
    if (!name.namespace().equals(NAMESPACE) || !name.name().equals(SERVICE)) {
      return;
    }
    List<EndpointSubset> subsets = orEmpty(endpoints.getSubsets());
    for (int i = 0; i < subsets.size(); i++) {
      int count = orEmpty(subsets.get(i).getAddresses()).size();
      for (int j = 0; j < count; j++) {
        Span span = document.span("subsets", i, "addresses", j, "ip");
        add(apiserver, subsets.get(i).getAddresses().get(j).getIp(), name, span);
      }
      int waiting = orEmpty(subsets.get(i).getNotReadyAddresses()).size();
      for (int j = 0; j < waiting; j++) {
        Span span = document.span("subsets", i, "notReadyAddresses", j, "ip");
        add(apiserver, subsets.get(i).getNotReadyAddresses().get(j).getIp(), name, span);
      }
    }
  }

  private void slice(GenericKubernetesResource slice, ObjectName name, Document document) {
    @Nullable String service = ObjectName.labels(slice.getMetadata()).get(SERVICE_NAME);
    if (!name.namespace().equals(NAMESPACE) || !SERVICE.equals(service)) {
      return;
    }
    List<PlainFields> endpoints = PlainFields.of(slice).list("endpoints");
    for (int i = 0; i < endpoints.size(); i++) {
      List<String> addresses = endpoints.get(i).texts("addresses");
      for (int j = 0; j < addresses.size(); j++) {
        Span span = document.span("endpoints", i, "addresses", j);
        add(apiserver, addresses.get(j), name, span);
      }
    }
  }

  private void node(Node node, ObjectName name, Document document) {
    List<NodeAddress> addresses =
        node.getStatus() == null ? List.of() : orEmpty(node.getStatus().getAddresses());
    for (int i = 0; i < addresses.size(); i++) {
      if ("InternalIP".equals(addresses.get(i).getType())) {
        Span span = document.span("status", "addresses", i, "address");
        add(nodes, addresses.get(i).getAddress(), name, span);
      }
    }
  }

  private static void add(
      Map<IpAddress, Found> found, @Nullable String text, ObjectName owner, Span span) {
    Optional.ofNullable(text)
        .flatMap(IpAddress::parse)
        .ifPresent(
            address -> found.putIfAbsent(address, new Found(address, owner.toString(), span)));
  }

  private static <T> List<T> orEmpty(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }
}
