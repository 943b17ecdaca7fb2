package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recognizes kinds that a group of Kubernetes does not have and that are probably meant to be kinds
 * that zonec reads: {@code Networkpolicy}, or a {@code Deployment} of {@code v1}. A server rejects
 * such an object.
 */
final class MisspeltKind {
  /** Versions and kinds that zonec reads, by group. */
  private static final Map<String, List<PolicyApi>> READ = read();

  private MisspeltKind() {}

  private static Map<String, List<PolicyApi>> read() {
    List<PolicyApi> all = new ArrayList<>(Kinds.policies());
    Kinds.builtin().forEach(each -> all.add(new PolicyApi(each.apiVersion(), each.kind())));
    all.add(new PolicyApi("networking.k8s.io/v1", "Ingress"));
    all.add(new PolicyApi("discovery.k8s.io/v1", "EndpointSlice"));
    for (String route : List.of("HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute")) {
      all.add(new PolicyApi("gateway.networking.k8s.io/v1", route));
    }
    Map<String, List<PolicyApi>> read = new LinkedHashMap<>();
    all.forEach(
        each ->
            read.computeIfAbsent(Kinds.group(each.apiVersion()), group -> new ArrayList<>())
                .add(each));
    return read;
  }

  /**
   * Returns what a skipped object is probably meant to be, such as {@code kind: NetworkPolicy} or
   * {@code apiVersion: apps/v1}.
   */
  static Optional<String> meant(String apiVersion, String kind) {
    String group = Kinds.group(apiVersion);
    if (!READ.containsKey(group)) {
      return Optional.empty();
    }
    List<String> names =
        READ.getOrDefault(group, List.of()).stream().map(PolicyApi::kind).distinct().toList();
    return READ.values().stream()
        .flatMap(List::stream)
        .filter(each -> each.kind().equals(kind) && !names.contains(kind))
        .map(each -> "apiVersion: " + each.apiVersion())
        .findFirst()
        .or(
            () ->
                names.stream()
                    .filter(kind.strip()::equalsIgnoreCase)
                    .findFirst()
                    .or(() -> NearestName.to(kind, names))
                    .map(name -> "kind: " + name));
  }
}
