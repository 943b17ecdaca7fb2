/**
 * Reads a running cluster as manifests: the objects that its API server lists, as text.
 *
 * <p>Entry type: {@link dev.zonec.kubernetes.live.ClusterReader}. Input: a {@link
 * dev.zonec.kubernetes.live.ClusterSource}. Output: {@link
 * dev.zonec.kubernetes.live.ClusterReading}. Decides: which objects are requested, and which
 * failures leave a gap or end the run; not what an object means. It never writes to a cluster.
 */
@NullMarked
package dev.zonec.kubernetes.live;

import org.jspecify.annotations.NullMarked;
