package dev.zonec.kubernetes.live;

/**
 * A kind that the API server serves.
 *
 * @param apiVersion its group and version, such as {@code apps/v1}, or {@code v1}
 * @param kind such as {@code Deployment}
 * @param plural its name in paths, such as {@code deployments}
 * @param namespaced whether its objects have namespaces
 */
record ApiResource(String apiVersion, String kind, String plural, boolean namespaced) {
  /** Returns the group; empty for the core group. */
  String group() {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  /** Returns the path that lists all its objects. */
  String path() {
    return root() + "/" + plural;
  }

  /** Returns the path that lists its objects in a namespace. */
  String path(String namespace) {
    return root() + "/namespaces/" + ApiServer.escaped(namespace) + "/" + plural;
  }

  private String root() {
    return (group().isEmpty() ? "/api/" : "/apis/") + apiVersion;
  }

  /**
   * Returns the name for messages about permissions, such as {@code
   * networkpolicies.networking.k8s.io}.
   */
  String fullName() {
    return group().isEmpty() ? plural : plural + "." + group();
  }
}
