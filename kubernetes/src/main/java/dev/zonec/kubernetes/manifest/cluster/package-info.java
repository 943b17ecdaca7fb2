/**
 * The cluster-scoped policies of {@code policy.networking.k8s.io} as objects, for which fabric8 has
 * no models. The same records serve all three kinds: they have the fields of all kinds, and the
 * shape of a kind accepts only its own fields.
 *
 * <p>Entry type: {@link dev.zonec.kubernetes.manifest.cluster.ClusterPolicyObject}.
 */
@NullMarked
package dev.zonec.kubernetes.manifest.cluster;

import org.jspecify.annotations.NullMarked;
