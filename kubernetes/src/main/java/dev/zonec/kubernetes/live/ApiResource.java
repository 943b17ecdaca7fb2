package dev.zonec.kubernetes.live;

/**
 * A kind as the API server serves it.
 *
 * @param apiVersion its group and version, such as {@code apps/v1}, or {@code v1}
 * @param kind such as {@code Deployment}
 * @param plural its name in paths, such as {@code deployments}
 * @param namespaced whether its objects are in namespaces
 */
record ApiResource(String apiVersion, String kind, String plural, boolean namespaced) {
  /** The group; empty for the core's. */
  String group() {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  /** Where all its objects are listed. */
  String path() {
    return root() + "/" + plural;
  }

  /** Where those of a namespace are listed. */
  String path(String namespace) {
    return root() + "/namespaces/" + ApiServer.escaped(namespace) + "/" + plural;
  }

  private String root() {
    return (group().isEmpty() ? "/api/" : "/apis/") + apiVersion;
  }

  /** Its name as permissions call it, such as {@code networkpolicies.networking.k8s.io}. */
  String fullName() {
    return group().isEmpty() ? plural : plural + "." + group();
  }
}
