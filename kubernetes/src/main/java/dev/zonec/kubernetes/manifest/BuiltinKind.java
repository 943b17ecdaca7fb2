package dev.zonec.kubernetes.manifest;

import java.util.List;

/**
 * A built-in kind that zonec reads.
 *
 * @param apiVersion the group and version that clusters serve, such as {@code apps/v1}
 * @param kind such as {@code Deployment}
 * @param plural its name in paths, such as {@code deployments}
 * @param namespaced whether its objects have namespaces
 */
public record BuiltinKind(String apiVersion, String kind, String plural, boolean namespaced) {
  /** Returns all kinds. Policies come first, because they matter most. */
  public static List<BuiltinKind> all() {
    return Kinds.builtin();
  }

  /** Returns the group; empty for the core group. */
  String group() {
    return Kinds.group(apiVersion);
  }
}
