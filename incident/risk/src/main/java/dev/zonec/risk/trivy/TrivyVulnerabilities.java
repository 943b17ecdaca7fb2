package dev.zonec.risk.trivy;

import dev.zonec.risk.json.JsonCursor;
import dev.zonec.risk.json.JsonFields;
import dev.zonec.risk.vulnerability.AffectedPackage;
import dev.zonec.risk.vulnerability.ReportContent;
import dev.zonec.risk.vulnerability.ScanTarget;
import dev.zonec.risk.vulnerability.Vulnerability;
import dev.zonec.risk.vulnerability.VulnerabilitySeverity;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads the results of a Trivy report, one vulnerability after the other. */
final class TrivyVulnerabilities {
  private final JsonCursor cursor;
  private final ReportContent.Draft draft;

  TrivyVulnerabilities(JsonCursor cursor, ReportContent.Draft draft) {
    this.cursor = cursor;
    this.draft = draft;
  }

  /**
   * Reads one result. The target of a result about packages of an operating system begins with the
   * image, as in {@code shop/web:1.2 (debian 12.5)}.
   */
  void readResult(ScanTarget.Draft target, List<Vulnerability> found) {
    cursor.object(
        "a result",
        member -> {
          switch (member) {
            case "Target" -> {
              String text = cursor.text();
              int system = text.indexOf(" (");
              if (system > 0 && text.endsWith(")")) {
                String image = text.substring(0, system);
                target.reference(image);
                if (!target.isNamed()) {
                  target.name(image);
                }
              }
            }
            case "Vulnerabilities" -> cursor.list("`Vulnerabilities`", () -> read(found));
            default -> {}
          }
        });
  }

  private void read(List<Vulnerability> found) {
    int line = cursor.line();
    JsonNode entry = cursor.tree();
    String id = JsonFields.text(entry, "VulnerabilityID");
    if (id.isEmpty()) {
      draft.incomplete(line, "a vulnerability without an id");
      return;
    }
    OptionalDouble score = score(entry.path("CVSS"));
    String status = JsonFields.text(entry, "Status");
    found.add(
        new Vulnerability(
            id,
            new TreeSet<>(JsonFields.texts(entry, "VendorIDs")),
            new AffectedPackage(
                JsonFields.text(entry, "PkgName"),
                JsonFields.text(entry.path("PkgIdentifier"), "PURL"),
                JsonFields.text(entry, "InstalledVersion"),
                JsonFields.text(entry, "FixedVersion")),
            Vulnerability.severity(
                VulnerabilitySeverity.of(JsonFields.text(entry, "Severity")), score),
            status,
            score,
            JsonFields.text(entry, "PrimaryURL"),
            OptionalDouble.empty(),
            false,
            status.equals("not_affected") ? "the report says `not_affected`" : "",
            draft.place(line)));
  }

  /** Returns the highest score of any source, of the newest version of CVSS that a source has. */
  private static OptionalDouble score(JsonNode sources) {
    return sources.values().stream()
        .flatMapToDouble(
            source ->
                Stream.of("V40Score", "V3Score", "V2Score")
                    .map(version -> JsonFields.number(source, version))
                    .flatMapToDouble(OptionalDouble::stream)
                    .limit(1))
        .max();
  }
}
