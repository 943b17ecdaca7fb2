/**
 * The cluster-scoped policies of {@code policy.networking.k8s.io} as objects, for which fabric8 has
 * no models. One set of records serves all three kinds: each has the fields of all, and the shape
 * of a kind lets only its own through.
 *
 * <p>Entry type: {@link dev.zonec.kubernetes.manifest.cluster.ClusterPolicyObject}. No decisions.
 */
@NullMarked
package dev.zonec.kubernetes.manifest.cluster;

import org.jspecify.annotations.NullMarked;
