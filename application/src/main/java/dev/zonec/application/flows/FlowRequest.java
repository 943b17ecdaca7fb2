package dev.zonec.application.flows;

import dev.zonec.application.input.ManifestRequest;
import dev.zonec.application.input.ProgramRequest;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.flows.attribution.Doubt;
import dev.zonec.flows.rule.Thresholds;
import dev.zonec.kubernetes.reading.Reading;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/**
 * A request to read logs.
 *
 * @param logs files and folders; {@code -} stands for {@code standardInput}
 * @param threats threat lists
 * @param standardInput standard input, which may never end
 * @param program the program; without sources, no flow is undeclared
 * @param manifests the workloads and policies
 * @param may the permissive reading, with the knobs that the user has settled
 * @param thresholds the thresholds of the rules
 * @param accepted the doubts that the user accepts: flows that are not judged for these reasons do
 *     not make the result inconclusive
 */
public record FlowRequest(
    List<InputPath> logs,
    List<InputPath> threats,
    InputStream standardInput,
    ProgramRequest program,
    ManifestRequest manifests,
    Reading may,
    Thresholds thresholds,
    Set<Doubt> accepted) {
  /** Copies the collections. */
  public FlowRequest {
    logs = List.copyOf(logs);
    threats = List.copyOf(threats);
    accepted = Set.copyOf(accepted);
  }
}
