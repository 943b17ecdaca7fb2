package dev.zonec.risk.grype;

import dev.zonec.risk.json.JsonCursor;
import dev.zonec.risk.json.JsonFields;
import dev.zonec.risk.vulnerability.AffectedPackage;
import dev.zonec.risk.vulnerability.ReportContent;
import dev.zonec.risk.vulnerability.ScanTarget;
import dev.zonec.risk.vulnerability.Vulnerability;
import dev.zonec.risk.vulnerability.VulnerabilitySeverity;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Reads reports of Grype. */
public final class GrypeReader {
  private final JsonCursor cursor;
  private final ReportContent.Draft draft;

  private GrypeReader(JsonCursor cursor, String file) {
    this.cursor = cursor;
    this.draft = new ReportContent.Draft(file);
  }

  /** Reads a report. */
  public static ReportContent read(JsonCursor cursor, String file) {
    GrypeReader reader = new GrypeReader(cursor, file);
    int line = cursor.line();
    ScanTarget.Draft target = new ScanTarget.Draft();
    List<Vulnerability> found = new ArrayList<>();
    cursor.object(
        "the report",
        member -> {
          switch (member) {
            case "matches" -> cursor.list("`matches`", () -> reader.readMatch(found));
            case "source" -> target(cursor.tree(), target);
            default -> {}
          }
        });
    reader.draft.add(target.target(), found, line);
    return reader.draft.content();
  }

  /** Reads the source: its target is an object for an image, and a path otherwise. */
  private static void target(JsonNode source, ScanTarget.Draft target) {
    JsonNode image = source.path("target");
    String type = JsonFields.text(source, "type");
    if (!type.equals("image")) {
      target.name(image.isObject() ? JsonFields.text(image, "userInput") : JsonFields.text(image));
      target.notAnImage(type.isEmpty() ? "a source without a type" : "a " + type);
      return;
    }
    String name = JsonFields.text(image, "userInput");
    target.name(name);
    target.reference(name);
    target.digest(name);
    target.digest(JsonFields.text(image, "manifestDigest"));
    target.digest(JsonFields.text(image, "imageID"));
    JsonFields.texts(image, "tags").forEach(target::reference);
    JsonFields.texts(image, "repoDigests").forEach(target::digest);
  }

  private void readMatch(List<Vulnerability> found) {
    int line = cursor.line();
    JsonNode match = cursor.tree();
    JsonNode entry = match.path("vulnerability");
    String id = JsonFields.text(entry, "id");
    if (id.isEmpty()) {
      draft.incomplete(line, "a match without the id of a vulnerability");
      return;
    }
    SortedSet<String> aliases = new TreeSet<>();
    OptionalDouble score = score(entry.path("cvss"));
    for (JsonNode related : match.path("relatedVulnerabilities")) {
      aliases.add(JsonFields.text(related, "id"));
      score = score.isPresent() ? score : score(related.path("cvss"));
    }
    aliases.removeIf(alias -> alias.isEmpty() || alias.equals(id));
    JsonNode artifact = match.path("artifact");
    JsonNode fix = entry.path("fix");
    found.add(
        new Vulnerability(
            id,
            aliases,
            new AffectedPackage(
                JsonFields.text(artifact, "name"),
                JsonFields.text(artifact, "purl"),
                JsonFields.text(artifact, "version"),
                String.join(", ", JsonFields.texts(fix, "versions"))),
            Vulnerability.severity(
                VulnerabilitySeverity.of(JsonFields.text(entry, "severity")), score),
            JsonFields.text(fix, "state"),
            score,
            JsonFields.text(entry, "dataSource"),
            likelihood(entry.path("epss")),
            !entry.path("knownExploited").isEmpty() || !entry.path("kev").isEmpty(),
            "",
            draft.place(line)));
  }

  private static OptionalDouble score(JsonNode ratings) {
    return ratings.values().stream()
        .filter(rating -> !JsonFields.text(rating, "version").startsWith("2"))
        .flatMapToDouble(rating -> JsonFields.number(rating.path("metrics"), "baseScore").stream())
        .max();
  }

  private static OptionalDouble likelihood(JsonNode scores) {
    return scores.values().stream()
        .flatMapToDouble(each -> JsonFields.number(each, "epss").stream())
        .max();
  }
}
