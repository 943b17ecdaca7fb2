package dev.zonec.risk.trivy;

import dev.zonec.risk.json.JsonFields;
import dev.zonec.risk.vulnerability.ScanTarget;
import tools.jackson.databind.JsonNode;

/** Reads the names and digests of an image from the metadata of a Trivy report. */
final class TrivyMetadata {
  private TrivyMetadata() {}

  static void read(JsonNode metadata, ScanTarget.Draft target) {
    JsonFields.texts(metadata, "RepoTags").forEach(target::reference);
    JsonFields.texts(metadata, "RepoDigests")
        .forEach(
            digest -> {
              target.reference(digest);
              target.digest(digest);
            });
    target.digest(JsonFields.text(metadata, "ImageID"));
    target.reference(JsonFields.text(metadata, "Reference"));
  }
}
