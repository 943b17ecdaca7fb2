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
 * @param source how the cluster is reached
 * @param scope the namespaces to read
 * @param progress is told how far the reading is
 */
public record ClusterRequest(ClusterSource source, Scope scope, ReadingProgress progress) {
  ClusterReading read(ReadExtent wanted) {
    return ClusterReader.read(source, scope, wanted, progress);
  }
}
