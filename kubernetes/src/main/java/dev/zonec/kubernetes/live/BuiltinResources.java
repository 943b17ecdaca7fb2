package dev.zonec.kubernetes.live;

import dev.zonec.kubernetes.manifest.AccessKind;
import dev.zonec.kubernetes.manifest.BuiltinKind;
import java.util.List;

/** The resources that every cluster serves and zonec reads. */
final class BuiltinResources {
  private static final List<ApiResource> ALL =
      BuiltinKind.all().stream()
          .map(
              each ->
                  new ApiResource(each.apiVersion(), each.kind(), each.plural(), each.namespaced()))
          .toList();

  static final ApiResource NAMESPACES =
      ALL.stream().filter(BuiltinResources::isNamespace).findFirst().orElseThrow();

  /** All resources except namespaces. */
  static final List<ApiResource> OTHERS = ALL.stream().filter(each -> !isNamespace(each)).toList();

  static final ApiResource NODES =
      ALL.stream().filter(each -> each.kind().equals("Node")).findFirst().orElseThrow();

  /** The resources that decide about access. */
  static final List<ApiResource> ACCESS =
      AccessKind.all().stream()
          .map(
              each ->
                  new ApiResource(each.apiVersion(), each.kind(), each.plural(), each.namespaced()))
          .toList();

  /** The namespace in which the API server lists its addresses. */
  static final String OF_API_SERVER = "default";

  /** The name of the objects with these addresses. */
  static final String API_SERVER = "kubernetes";

  /** The kinds of these objects. */
  static final List<ApiResource> API_SERVERS =
      ALL.stream().filter(each -> each.kind().startsWith("Endpoint")).toList();

  private BuiltinResources() {}

  private static boolean isNamespace(ApiResource resource) {
    return resource.kind().equals("Namespace");
  }

  /** Whether the kind is one of these resources. */
  static boolean has(String group, String kind) {
    return ALL.stream().anyMatch(each -> each.group().equals(group) && each.kind().equals(kind));
  }
}
