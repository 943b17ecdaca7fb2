package dev.zonec.application.draft;

import dev.zonec.application.input.ManifestRequest;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.importer.ImportOptions;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.model.net.Cidr;
import java.time.LocalDate;
import java.util.List;

/**
 * A request to draft a program.
 *
 * @param module the name of the draft's module
 * @param pods the address blocks of pods, as far as the user names them
 * @param target where the draft is written
 * @param may the permissive reading, with the knobs that the user has settled
 * @param day the day for which expiry is evaluated
 * @param problems problems of the configuration file
 */
public record ImportRequest(
    ManifestRequest manifests,
    String module,
    List<Cidr> pods,
    DraftTarget target,
    Reading may,
    LocalDate day,
    List<Diagnostic> problems) {
  /** Copies the lists. */
  public ImportRequest {
    pods = List.copyOf(pods);
    problems = List.copyOf(problems);
  }

  /** Returns how the draft is made. Blocks avoid pods if they match none in this reading. */
  ImportOptions options() {
    return new ImportOptions(module, pods, !may.isPermissive(Knob.IPBLOCK_MATCHES_PODS));
  }
}
