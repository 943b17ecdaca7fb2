package dev.zonec.kubernetes.manifest;

import java.util.List;

/**
 * A kind that is read and that every cluster serves.
 *
 * @param apiVersion the group and version in which clusters serve it, such as {@code apps/v1}
 * @param kind such as {@code Deployment}
 * @param plural its name in paths, such as {@code deployments}
 * @param namespaced whether its objects are in namespaces
 */
public record BuiltinKind(String apiVersion, String kind, String plural, boolean namespaced) {
  /** All of them, policies first: they matter most. */
  public static List<BuiltinKind> all() {
    return Kinds.builtin();
  }

  /** The group; empty for the core's. */
  String group() {
    return Kinds.group(apiVersion);
  }
}
