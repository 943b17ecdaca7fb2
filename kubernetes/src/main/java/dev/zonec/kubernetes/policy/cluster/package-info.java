/**
 * Cluster-scoped policies as the engines read them: AdminNetworkPolicy and
 * BaselineAdminNetworkPolicy (policy.networking.k8s.io/v1alpha1), ClusterNetworkPolicy (v1alpha2).
 *
 * <p>Entry type: {@link dev.zonec.kubernetes.policy.cluster.ClusterPolicy}. The three kinds become
 * one: v1alpha1's Allow is {@link dev.zonec.kubernetes.policy.cluster.Action#ACCEPT}, its baseline
 * the tier {@link dev.zonec.kubernetes.policy.cluster.Tier#BASELINE} with priority 0.
 */
@NullMarked
package dev.zonec.kubernetes.policy.cluster;

import org.jspecify.annotations.NullMarked;
