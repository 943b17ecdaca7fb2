package dev.zonec.kubernetes.manifest;

import org.jspecify.annotations.Nullable;

/** Names kinds uniquely if several groups have a kind of the same name. */
public final class KindNames {
  private KindNames() {}

  /** Returns the group of a version such as {@code apps/v1}; empty for the core group. */
  public static String group(String apiVersion) {
    return Kinds.group(apiVersion);
  }

  /**
   * Returns the kind, followed by the group if Kubernetes has a kind of the same name in another
   * group: {@code StatefulSet}, {@code StatefulSet.apps.kruise.io}.
   *
   * @param apiVersion the group and version; null or empty if unknown, which means the built-in
   *     kind
   */
  public static String of(@Nullable String apiVersion, String kind) {
    // If no version was read, the object has the version of its model class.
    String group = apiVersion == null || apiVersion.indexOf('/') < 0 ? "" : Kinds.group(apiVersion);
    boolean other = !group.isEmpty() && Kinds.isBuiltinName(kind) && !Kinds.isBuiltin(group, kind);
    return other ? kind + "." + group : kind;
  }
}
