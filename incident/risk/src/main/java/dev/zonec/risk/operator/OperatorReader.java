package dev.zonec.risk.operator;

import dev.zonec.risk.json.JsonCursor;
import dev.zonec.risk.json.JsonFields;
import dev.zonec.risk.vulnerability.AffectedPackage;
import dev.zonec.risk.vulnerability.ReportContent;
import dev.zonec.risk.vulnerability.ScanTarget;
import dev.zonec.risk.vulnerability.Vulnerability;
import dev.zonec.risk.vulnerability.VulnerabilitySeverity;
import dev.zonec.risk.vulnerability.WorkloadName;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Reads the objects of kind VulnerabilityReport that the Trivy operator creates: one object, a list
 * of them as {@code kubectl get} prints it, and a bundle with a list for each kind of report.
 */
public final class OperatorReader {
  private static final String LABEL = "trivy-operator.resource.";

  private final JsonCursor cursor;
  private final ReportContent.Draft draft;

  private OperatorReader(JsonCursor cursor, String file) {
    this.cursor = cursor;
    this.draft = new ReportContent.Draft(file);
  }

  /** Reads one object. */
  public static ReportContent object(JsonCursor cursor, String file) {
    OperatorReader reader = new OperatorReader(cursor, file);
    reader.readObject();
    return reader.draft.content();
  }

  /** Reads the lists in {@code items}, or under the name of the kind. */
  public static ReportContent list(JsonCursor cursor, String file) {
    OperatorReader reader = new OperatorReader(cursor, file);
    cursor.object(
        "the list",
        member -> {
          if (member.equals("items") || member.startsWith("vulnerabilityreports.")) {
            cursor.list("`" + member + "`", reader::readObject);
          }
        });
    return reader.draft.content();
  }

  private void readObject() {
    int line = cursor.line();
    ScanTarget.Draft target = new ScanTarget.Draft();
    List<Vulnerability> found = new ArrayList<>();
    String[] kind = {"VulnerabilityReport"};
    cursor.object(
        "the object",
        member -> {
          switch (member) {
            case "kind" -> kind[0] = cursor.text();
            case "metadata" -> workload(cursor.tree(), target);
            case "report" -> readReport(target, found);
            default -> {}
          }
        });
    if (kind[0].equals("VulnerabilityReport")) {
      draft.add(target.target(), found, line);
    }
  }

  /** The labels name the workload; the name of the object can be a hash. */
  private static void workload(JsonNode metadata, ScanTarget.Draft target) {
    JsonNode labels = metadata.path("labels");
    String name = JsonFields.text(labels, LABEL + "name");
    if (!name.isEmpty()) {
      target.workload(
          new WorkloadName(
              JsonFields.text(labels, LABEL + "kind"),
              JsonFields.text(labels, LABEL + "namespace"),
              name),
          JsonFields.text(labels, "trivy-operator.container.name"));
    }
  }

  private void readReport(ScanTarget.Draft target, List<Vulnerability> found) {
    String[] image = {"", "", ""};
    cursor.object(
        "`report`",
        member -> {
          switch (member) {
            case "registry" -> image[0] = JsonFields.text(cursor.tree(), "server");
            case "artifact" -> {
              JsonNode artifact = cursor.tree();
              image[1] = JsonFields.text(artifact, "repository");
              String tag = JsonFields.text(artifact, "tag");
              String digest = JsonFields.text(artifact, "digest");
              image[2] = (tag.isEmpty() ? "" : ":" + tag) + (digest.isEmpty() ? "" : "@" + digest);
              target.digest(digest);
            }
            case "vulnerabilities" -> cursor.list("`vulnerabilities`", () -> read(found));
            default -> {}
          }
        });
    if (!image[1].isEmpty()) {
      target.reference((image[0].isEmpty() ? "" : image[0] + "/") + image[1] + image[2]);
    }
  }

  private void read(List<Vulnerability> found) {
    int line = cursor.line();
    JsonNode entry = cursor.tree();
    String id = JsonFields.text(entry, "vulnerabilityID");
    if (id.isEmpty()) {
      draft.incomplete(line, "a vulnerability without an id");
      return;
    }
    OptionalDouble score = JsonFields.number(entry, "score");
    found.add(
        new Vulnerability(
            id,
            new TreeSet<>(),
            new AffectedPackage(
                JsonFields.text(entry, "resource"),
                JsonFields.text(entry, "packagePURL"),
                JsonFields.text(entry, "installedVersion"),
                JsonFields.text(entry, "fixedVersion")),
            Vulnerability.severity(
                VulnerabilitySeverity.of(JsonFields.text(entry, "severity")), score),
            "",
            score,
            JsonFields.text(entry, "primaryLink"),
            OptionalDouble.empty(),
            false,
            "",
            draft.place(line)));
  }
}
