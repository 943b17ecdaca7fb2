/**
 * A running cluster to manifests: what its API server lists, as text.
 *
 * <p>Entry type: {@link dev.zonec.verifier.live.ClusterReader}. Input: a {@link
 * dev.zonec.verifier.live.ClusterSource}. Output: {@link dev.zonec.verifier.live.ClusterReading}.
 * Decisions: what is asked for, and which failures leave a gap and which end the run; never what an
 * object means. Nothing is ever written to a cluster.
 */
@NullMarked
package dev.zonec.verifier.live;

import org.jspecify.annotations.NullMarked;
