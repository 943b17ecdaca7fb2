package dev.zonec.tests.apiserver;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of policies that the tests send, with their paths on a server. */
enum ServedPolicy {
  NETWORK_POLICY("networking.k8s.io/v1", "NetworkPolicy", "networkpolicies", true),
  ADMIN("policy.networking.k8s.io/v1alpha1", "AdminNetworkPolicy", "adminnetworkpolicies", false),
  BASELINE(
      "policy.networking.k8s.io/v1alpha1",
      "BaselineAdminNetworkPolicy",
      "baselineadminnetworkpolicies",
      false),
  CLUSTER(
      "policy.networking.k8s.io/v1alpha2", "ClusterNetworkPolicy", "clusternetworkpolicies", false),
  CLUSTER_BETA(
      "policy.networking.k8s.io/v1beta1", "ClusterNetworkPolicy", "clusternetworkpolicies", false);

  private final String apiVersion;
  private final String kind;
  private final String plural;
  private final boolean namespaced;

  ServedPolicy(String apiVersion, String kind, String plural, boolean namespaced) {
    this.apiVersion = apiVersion;
    this.kind = kind;
    this.plural = plural;
    this.namespaced = namespaced;
  }

  static Optional<ServedPolicy> of(String apiVersion, String kind) {
    return Arrays.stream(values())
        .filter(each -> each.apiVersion.equals(apiVersion) && each.kind.equals(kind))
        .findFirst();
  }

  /** Returns the path for creating an object in {@code namespace}. */
  String path(String namespace) {
    String in =
        namespaced ? "/namespaces/" + URLEncoder.encode(namespace, StandardCharsets.UTF_8) : "";
    return "/apis/" + apiVersion + in + "/" + plural;
  }

  @Override
  public String toString() {
    return kind + " " + apiVersion.substring(apiVersion.indexOf('/') + 1);
  }
}
