package dev.zonec.kubernetes.manifest;

import java.util.List;

/**
 * A kind of policy that zonec understands.
 *
 * @param apiVersion the group and version, such as {@code networking.k8s.io/v1}
 * @param kind such as {@code NetworkPolicy}
 */
public record PolicyApi(String apiVersion, String kind) {
  /** Returns all of them: NetworkPolicies first, then the cluster-scoped kinds by version. */
  public static List<PolicyApi> all() {
    return Kinds.policies();
  }
}
