package dev.zonec.application.input;

import dev.zonec.verifier.live.ClusterReader;
import dev.zonec.verifier.live.ClusterReading;
import dev.zonec.verifier.live.ClusterSource;
import dev.zonec.verifier.live.ReadingProgress;
import dev.zonec.verifier.live.Scope;
import dev.zonec.verifier.live.Wanted;

/**
 * A running cluster to read.
 *
 * @param source how the cluster is reached
 * @param scope the namespaces to read
 * @param progress is told how far the reading is
 */
public record ClusterRequest(ClusterSource source, Scope scope, ReadingProgress progress) {
  ClusterReading read(Wanted wanted) {
    return ClusterReader.read(source, scope, wanted, progress);
  }
}
