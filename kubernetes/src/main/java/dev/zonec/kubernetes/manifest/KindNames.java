package dev.zonec.kubernetes.manifest;

import org.jspecify.annotations.Nullable;

/** What kinds are called where several groups have one of a name. */
public final class KindNames {
  private KindNames() {}

  /** The group of a version such as {@code apps/v1}; empty for the core's. */
  public static String group(String apiVersion) {
    return Kinds.group(apiVersion);
  }

  /**
   * The kind, and where Kubernetes itself has one of the same name in another group, its group too:
   * {@code StatefulSet}, {@code StatefulSet.apps.kruise.io}.
   *
   * @param apiVersion its group and version; null and empty where they are not known, which means
   *     the kind of Kubernetes
   */
  public static String of(@Nullable String apiVersion, String kind) {
    // Where no version is read, that of a class of the model stands there.
    String group = apiVersion == null || apiVersion.indexOf('/') < 0 ? "" : Kinds.group(apiVersion);
    boolean other = !group.isEmpty() && Kinds.isBuiltinName(kind) && !Kinds.isBuiltin(group, kind);
    return other ? kind + "." + group : kind;
  }
}
