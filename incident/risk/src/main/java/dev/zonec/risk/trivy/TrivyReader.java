package dev.zonec.risk.trivy;

import dev.zonec.risk.json.JsonCursor;
import dev.zonec.risk.vulnerability.ReportContent;
import dev.zonec.risk.vulnerability.ScanTarget;
import dev.zonec.risk.vulnerability.Vulnerability;
import dev.zonec.risk.vulnerability.WorkloadName;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Reads reports of Trivy: of one image or other artifact, in both of its forms, and of a cluster
 * ({@code trivy k8s --report all}).
 */
public final class TrivyReader {
  private final JsonCursor cursor;
  private final ReportContent.Draft draft;
  private final TrivyVulnerabilities vulnerabilities;

  private TrivyReader(JsonCursor cursor, String file) {
    this.cursor = cursor;
    this.draft = new ReportContent.Draft(file);
    this.vulnerabilities = new TrivyVulnerabilities(cursor, draft);
  }

  /** Reads a report of one artifact. */
  public static ReportContent artifact(JsonCursor cursor, String file) {
    TrivyReader reader = new TrivyReader(cursor, file);
    reader.readArtifact();
    return reader.draft.content();
  }

  /** Reads a report that is a list of results, as the first versions of Trivy wrote it. */
  public static ReportContent list(JsonCursor cursor, String file) {
    TrivyReader reader = new TrivyReader(cursor, file);
    ScanTarget.Draft target = new ScanTarget.Draft();
    int line = cursor.line();
    List<Vulnerability> found = new ArrayList<>();
    reader.readResults(target, found);
    reader.draft.add(target.target(), found, line);
    return reader.draft.content();
  }

  /** Reads a report of a cluster. */
  public static ReportContent cluster(JsonCursor cursor, String file) {
    TrivyReader reader = new TrivyReader(cursor, file);
    cursor.object(
        "the report",
        member -> {
          if (member.equals("Resources") || member.equals("Vulnerabilities")) {
            cursor.list("`" + member + "`", reader::readResource);
          }
        });
    return reader.draft.content();
  }

  private void readArtifact() {
    ScanTarget.Draft target = new ScanTarget.Draft();
    List<Vulnerability> found = new ArrayList<>();
    int line = cursor.line();
    String[] named = {"", ""};
    cursor.object(
        "the report",
        member -> {
          switch (member) {
            case "ArtifactName" -> named[0] = cursor.text();
            case "ArtifactType" -> named[1] = cursor.text();
            case "Metadata" -> TrivyMetadata.read(cursor.tree(), target);
            case "Results" -> readResults(target, found);
            default -> {}
          }
        });
    target.name(named[0]);
    if (named[1].isEmpty() || named[1].equals("container_image")) {
      target.reference(named[0]);
      target.digest(named[0]);
    } else {
      target.notAnImage(artifact(named[1]));
    }
    draft.add(target.target(), found, line);
  }

  private static String artifact(String type) {
    return switch (type) {
      case "filesystem" -> "a file system";
      case "repository" -> "a repository";
      case "vm" -> "a virtual machine";
      case "cyclonedx", "spdx" -> "a bill of materials";
      default -> "an artifact of the type `" + type + "`";
    };
  }

  private void readResource() {
    ScanTarget.Draft target = new ScanTarget.Draft();
    List<Vulnerability> found = new ArrayList<>();
    int line = cursor.line();
    String[] named = {"", "", "", ""};
    cursor.object(
        "a resource",
        member -> {
          switch (member) {
            case "Namespace" -> named[0] = cursor.text();
            case "Kind" -> named[1] = cursor.text();
            case "Name" -> named[2] = cursor.text();
            case "Error" -> named[3] = cursor.text();
            case "Metadata" -> metadata(cursor.tree(), target);
            case "Results" -> readResults(target, found);
            default -> {}
          }
        });
    WorkloadName workload = new WorkloadName(named[1], named[0], named[2]);
    target.name(workload.toString());
    target.workload(workload, "");
    if (!named[3].isEmpty()) {
      draft.incomplete(line, "a result of " + workload + ": " + named[3]);
    }
    draft.add(target.target(), found, line);
  }

  /** Reads the metadata of a resource: of one image, or a list with those of several images. */
  private static void metadata(JsonNode metadata, ScanTarget.Draft target) {
    if (metadata.isArray()) {
      metadata.forEach(each -> TrivyMetadata.read(each, target));
    } else {
      TrivyMetadata.read(metadata, target);
    }
  }

  private void readResults(ScanTarget.Draft target, List<Vulnerability> found) {
    cursor.list("the list of results", () -> vulnerabilities.readResult(target, found));
  }
}
