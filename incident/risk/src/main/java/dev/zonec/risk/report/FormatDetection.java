package dev.zonec.risk.report;

import dev.zonec.risk.json.JsonCursor;
import dev.zonec.risk.json.JsonReading;
import dev.zonec.risk.report.Detection.Known;
import dev.zonec.risk.report.Detection.Other;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Finds the format of a file by its content. */
final class FormatDetection {
  private static final String PASS =
      "pass the JSON reports of Trivy, Grype or Clair, VulnerabilityReport objects, CycloneDX,"
          + " OpenVEX, KEV or EPSS";

  private FormatDetection() {}

  /**
   * The outline of a JSON text.
   *
   * @param list whether it is a list; the members are those of its first item
   * @param members the members of the object; for a value without a text, an empty text
   */
  private record Outline(boolean list, boolean object, Map<String, String> members) {
    boolean has(String... names) {
      return members.keySet().containsAll(Set.of(names));
    }

    String text(String name) {
      return members.getOrDefault(name, "");
    }
  }

  /** Returns the format of {@code file}. */
  static Detection of(ReportSource file) throws IOException {
    String start = file.start();
    if (start.isEmpty()) {
      return new Other("an empty file", PASS);
    }
    if (!start.startsWith("{") && !start.startsWith("[")) {
      return table(start);
    }
    return switch (JsonReading.of(file, FormatDetection::outline)) {
      case JsonReading.Read<Outline>(Outline outline) -> of(outline);
      case JsonReading.Damaged<Outline>(var reason, int line, int column) ->
          new Detection.Damaged(reason, line, column);
    };
  }

  private static Detection table(String start) {
    if (start.startsWith("#model_version") || start.startsWith("cve,epss")) {
      return new Known(ReportFormat.EPSS);
    }
    if (start.startsWith("cveID,")) {
      return new Known(ReportFormat.KEV_CSV);
    }
    return start.matches("(?s)CVE-\\d{4}-\\d{4,},[0-9.]+(,.*)?")
        ? new Known(ReportFormat.EPSS)
        : new Other("neither JSON nor a table of KEV or EPSS", PASS);
  }

  private static Outline outline(JsonCursor cursor) {
    Map<String, String> members = new HashMap<>();
    if (cursor.isList()) {
      boolean[] first = {true};
      cursor.list(
          "the list",
          () -> {
            if (first[0] && cursor.isObject()) {
              cursor.object("an item", name -> members.put(name, cursor.text()));
            }
            first[0] = false;
          });
      return new Outline(true, false, members);
    }
    boolean object = cursor.isObject();
    if (object) {
      cursor.object("the text", name -> members.put(name, cursor.text()));
    }
    return new Outline(false, object, members);
  }

  private static Detection of(Outline outline) {
    if (outline.list()) {
      return ofList(outline);
    }
    if (!outline.object()) {
      return new Other("a single JSON value", PASS);
    }
    if (outline.members().keySet().stream().anyMatch(n -> n.startsWith("vulnerabilityreports."))) {
      return new Known(ReportFormat.OPERATOR_LIST);
    }
    if (outline.has("apiVersion", "kind")) {
      return ofObject(outline);
    }
    if (outline.has("Findings") && outline.has("ClusterName")) {
      return new Other(
          "a summary of Trivy, which lists no vulnerability", "run `trivy k8s --report all`");
    }
    if (outline.has("ClusterName")) {
      return new Known(ReportFormat.TRIVY_CLUSTER);
    }
    if (outline.has("SchemaVersion") && (outline.has("Results") || outline.has("ArtifactName"))) {
      return new Known(ReportFormat.TRIVY);
    }
    if (outline.has("matches") && (outline.has("source") || outline.has("descriptor"))) {
      return new Known(ReportFormat.GRYPE);
    }
    if (outline.has("manifest_hash") || outline.has("package_vulnerabilities")) {
      return new Known(ReportFormat.CLAIR);
    }
    if (outline.has("image", "vulnerabilities")) {
      return new Known(ReportFormat.CLAIR_SCANNER);
    }
    if (outline.has("LayerCount", "Vulnerabilities")) {
      return new Known(ReportFormat.KLAR);
    }
    if (outline.text("bomFormat").equals("CycloneDX")) {
      return new Known(ReportFormat.CYCLONEDX);
    }
    if (outline.text("@context").contains("openvex")) {
      return new Known(ReportFormat.OPENVEX);
    }
    if (outline.has("catalogVersion", "vulnerabilities")) {
      return new Known(ReportFormat.KEV);
    }
    return other(outline);
  }

  private static Detection ofList(Outline outline) {
    if (outline.has("Target")) {
      return new Known(ReportFormat.TRIVY_LIST);
    }
    if (outline.has("check_name", "fingerprint")) {
      return new Other(
          "a report in the format of GitLab's code quality, which names no image", PASS);
    }
    if (outline.members().isEmpty()) {
      return new Other("a list without an object", PASS);
    }
    return new Other("a list of something else", PASS);
  }

  private static Detection ofObject(Outline outline) {
    String kind = outline.text("kind");
    if (kind.equals("VulnerabilityReport")) {
      return new Known(ReportFormat.OPERATOR);
    }
    if (kind.equals("List") || kind.equals("VulnerabilityReportList")) {
      return new Known(ReportFormat.OPERATOR_LIST);
    }
    return new Other(
        "a Kubernetes object of kind " + kind, "pass it with `-m` if it is a manifest");
  }

  private static Detection other(Outline outline) {
    if (outline.has("runs") && outline.has("version")) {
      return new Other("a SARIF report, which does not name the image of a vulnerability", PASS);
    }
    if (outline.has("$schema") && (outline.has("properties") || outline.has("definitions"))) {
      return new Other("a JSON schema and no report", PASS);
    }
    if (outline.has("updater", "fixed_in_version")) {
      return new Other(
          "one vulnerability of Clair without its report", "pass the answer of `clairctl report`");
    }
    return new Other("JSON of a form that zonec does not know", PASS);
  }
}
