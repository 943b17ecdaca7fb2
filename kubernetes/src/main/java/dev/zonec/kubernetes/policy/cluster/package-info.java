/**
 * Cluster-scoped policies: AdminNetworkPolicy and BaselineAdminNetworkPolicy
 * (policy.networking.k8s.io/v1alpha1), and ClusterNetworkPolicy (v1alpha2 and v1beta1).
 *
 * <p>Entry type: {@link dev.zonec.kubernetes.policy.cluster.ClusterPolicy}. All kinds have one
 * form: v1alpha1's Allow is {@link dev.zonec.kubernetes.policy.cluster.Action#ACCEPT}, and its
 * baseline policy has the tier {@link dev.zonec.kubernetes.policy.cluster.Tier#BASELINE} and
 * priority 0.
 */
@NullMarked
package dev.zonec.kubernetes.policy.cluster;

import org.jspecify.annotations.NullMarked;
