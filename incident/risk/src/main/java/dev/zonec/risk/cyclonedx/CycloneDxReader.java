package dev.zonec.risk.cyclonedx;

import dev.zonec.risk.json.JsonCursor;
import dev.zonec.risk.json.JsonFields;
import dev.zonec.risk.vulnerability.AffectedPackage;
import dev.zonec.risk.vulnerability.ReportContent;
import dev.zonec.risk.vulnerability.ScanTarget;
import dev.zonec.risk.vulnerability.Vulnerability;
import dev.zonec.risk.vulnerability.VulnerabilitySeverity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Reads bills of materials in CycloneDX with vulnerabilities. The analysis of a vulnerability can
 * say that the product is not affected.
 */
public final class CycloneDxReader {
  private final JsonCursor cursor;
  private final ReportContent.Draft draft;
  private final Map<String, AffectedPackage> components = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();

  /** A vulnerability, which may be before the components that it affects. */
  private record Entry(JsonNode content, int line) {}

  private CycloneDxReader(JsonCursor cursor, String file) {
    this.cursor = cursor;
    this.draft = new ReportContent.Draft(file);
  }

  /** Reads a bill of materials. */
  public static ReportContent read(JsonCursor cursor, String file) {
    CycloneDxReader reader = new CycloneDxReader(cursor, file);
    reader.readBill();
    return reader.draft.content();
  }

  private void readBill() {
    int line = cursor.line();
    ScanTarget.Draft target = new ScanTarget.Draft();
    cursor.object(
        "the bill of materials",
        member -> {
          switch (member) {
            case "metadata" -> target(cursor.tree().path("component"), target);
            case "components" -> cursor.list("`components`", () -> component(cursor.tree()));
            case "vulnerabilities" ->
                cursor.list(
                    "`vulnerabilities`",
                    () -> {
                      int at = cursor.line();
                      entries.add(new Entry(cursor.tree(), at));
                    });
            default -> {}
          }
        });
    List<Vulnerability> found = new ArrayList<>();
    entries.forEach(entry -> add(entry, found));
    draft.add(target.target(), found, line);
  }

  private void target(JsonNode subject, ScanTarget.Draft target) {
    component(subject);
    String name = JsonFields.text(subject, "name");
    String type = JsonFields.text(subject, "type");
    if (name.isEmpty()) {
      return;
    }
    target.name(name);
    if (!type.equals("container")) {
      target.notAnImage("a component of the type `" + type + "`");
      return;
    }
    String version = JsonFields.text(subject, "version");
    target.digest(version);
    target.digest(name);
    target.reference(
        version.isEmpty() || version.contains(":") || name.contains("@")
            ? name
            : name.substring(name.lastIndexOf('/') + 1).contains(":")
                ? name
                : name + ":" + version);
    for (JsonNode property : subject.path("properties")) {
      String value = JsonFields.text(property, "value");
      switch (JsonFields.text(property, "name")) {
        case "aquasecurity:trivy:ImageID" -> target.digest(value);
        case "aquasecurity:trivy:RepoDigest" -> {
          target.reference(value);
          target.digest(value);
        }
        case "aquasecurity:trivy:RepoTag" -> target.reference(value);
        default -> {}
      }
    }
  }

  private void component(JsonNode node) {
    String group = JsonFields.text(node, "group");
    String name = JsonFields.text(node, "name");
    components.put(
        JsonFields.text(node, "bom-ref"),
        new AffectedPackage(
            group.isEmpty() ? name : group + "/" + name,
            JsonFields.text(node, "purl"),
            JsonFields.text(node, "version"),
            ""));
    node.path("components").forEach(this::component);
  }

  private void add(Entry entry, List<Vulnerability> found) {
    JsonNode content = entry.content();
    String id = JsonFields.text(content, "id");
    JsonNode affected = content.path("affects");
    if (id.isEmpty()) {
      draft.incomplete(entry.line(), "a vulnerability without an id");
      return;
    }
    if (affected.isEmpty()) {
      add(entry, id, new AffectedPackage("(no component)", "", "", ""), found);
    }
    for (JsonNode each : affected) {
      String ref = JsonFields.text(each, "ref");
      AffectedPackage component =
          components.getOrDefault(ref, new AffectedPackage(ref, "", "", ""));
      add(entry, id, component, found);
    }
  }

  private void add(Entry entry, String id, AffectedPackage affected, List<Vulnerability> found) {
    JsonNode content = entry.content();
    SortedSet<String> aliases = new TreeSet<>();
    for (JsonNode reference : content.path("references")) {
      aliases.add(JsonFields.text(reference, "id"));
    }
    aliases.removeIf(alias -> alias.isEmpty() || alias.equals(id));
    OptionalDouble score = OptionalDouble.empty();
    VulnerabilitySeverity worst = VulnerabilitySeverity.UNKNOWN;
    for (JsonNode rating : content.path("ratings")) {
      VulnerabilitySeverity rated = VulnerabilitySeverity.of(JsonFields.text(rating, "severity"));
      worst = rated.compareTo(worst) < 0 ? rated : worst;
      OptionalDouble here = JsonFields.number(rating, "score");
      if (here.isPresent() && here.getAsDouble() <= 10 && here.getAsDouble() > score.orElse(-1)) {
        score = here;
      }
    }
    String state = JsonFields.text(content.path("analysis"), "state");
    found.add(
        new Vulnerability(
            id,
            aliases,
            affected,
            Vulnerability.severity(worst, score),
            state,
            score,
            JsonFields.text(content.path("source"), "url"),
            OptionalDouble.empty(),
            false,
            excludes(state) ? "the analysis says `" + state + "`" : "",
            draft.place(entry.line())));
  }

  private static boolean excludes(String state) {
    return switch (state) {
      case "not_affected", "false_positive", "resolved", "resolved_with_pedigree" -> true;
      default -> false;
    };
  }
}
