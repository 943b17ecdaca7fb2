/**
 * A running cluster to manifests: what its API server lists, as text.
 *
 * <p>Entry type: {@link dev.zonec.kubernetes.live.ClusterReader}. Input: a {@link
 * dev.zonec.kubernetes.live.ClusterSource}. Output: {@link
 * dev.zonec.kubernetes.live.ClusterReading}. Decisions: what is asked for, and which failures leave
 * a gap and which end the run; never what an object means. Nothing is ever written to a cluster.
 */
@NullMarked
package dev.zonec.kubernetes.live;

import org.jspecify.annotations.NullMarked;
