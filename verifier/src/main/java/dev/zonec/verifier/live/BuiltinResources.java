package dev.zonec.verifier.live;

import dev.zonec.verifier.manifest.BuiltinKind;
import java.util.List;

/** What every cluster serves and zonec reads. */
final class BuiltinResources {
  private static final List<ApiResource> ALL =
      BuiltinKind.all().stream()
          .map(
              each ->
                  new ApiResource(each.apiVersion(), each.kind(), each.plural(), each.namespaced()))
          .toList();

  static final ApiResource NAMESPACES =
      ALL.stream().filter(BuiltinResources::isNamespace).findFirst().orElseThrow();

  /** All but namespaces. */
  static final List<ApiResource> OTHERS = ALL.stream().filter(each -> !isNamespace(each)).toList();

  private BuiltinResources() {}

  private static boolean isNamespace(ApiResource resource) {
    return resource.kind().equals("Namespace");
  }

  /** Whether a kind is one of these. */
  static boolean has(String group, String kind) {
    return ALL.stream().anyMatch(each -> each.group().equals(group) && each.kind().equals(kind));
  }
}
