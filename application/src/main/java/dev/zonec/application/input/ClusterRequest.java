package dev.zonec.application.input;

import dev.zonec.kubernetes.live.ClusterReader;
import dev.zonec.kubernetes.live.ClusterReading;
import dev.zonec.kubernetes.live.ClusterSource;
import dev.zonec.kubernetes.live.ReadExtent;
import dev.zonec.kubernetes.live.ReadingProgress;
import dev.zonec.kubernetes.live.Scope;

/**
 * A running cluster to read.
 *
 * @param source the connection to the cluster
 * @param scope the namespaces to read
 * @param progress receives the progress of reading
 */
public record ClusterRequest(ClusterSource source, Scope scope, ReadingProgress progress) {
  /** Reads the {@code wanted} objects. */
  ClusterReading read(ReadExtent wanted) {
    return ClusterReader.read(source, scope, wanted, progress);
  }
}
