package dev.zonec.risk.clair;

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
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads reports of Clair 4, whose parts refer to each other by ids, and the reports that the
 * clients clair-scanner and klar make of the answers of Clair 2.
 */
public final class ClairReader {
  private final JsonCursor cursor;
  private final ReportContent.Draft draft;

  private ClairReader(JsonCursor cursor, String file) {
    this.cursor = cursor;
    this.draft = new ReportContent.Draft(file);
  }

  /** A package of a report. */
  private record NamedPackage(String name, String version) {}

  /** A vulnerability of a report, which several packages may have. */
  private record Entry(JsonNode content, int line) {}

  /** Reads a report of Clair 4. */
  public static ReportContent read(JsonCursor cursor, String file) {
    ClairReader reader = new ClairReader(cursor, file);
    reader.readReport();
    return reader.draft.content();
  }

  private void readReport() {
    int line = cursor.line();
    ScanTarget.Draft target = new ScanTarget.Draft();
    Map<String, NamedPackage> packages = new HashMap<>();
    Map<String, Entry> entries = new HashMap<>();
    Map<String, List<String>> pairs = new TreeMap<>();
    cursor.object(
        "the report",
        member -> {
          switch (member) {
            case "manifest_hash" -> target.digest(cursor.text());
            case "packages" ->
                cursor.object("`packages`", id -> packages.put(id, packageOf(cursor.tree())));
            case "vulnerabilities" ->
                cursor.object(
                    "`vulnerabilities`",
                    id -> {
                      int at = cursor.line();
                      entries.put(id, new Entry(cursor.tree(), at));
                    });
            case "package_vulnerabilities" ->
                cursor.object(
                    "`package_vulnerabilities`",
                    id -> {
                      List<String> of = pairs.computeIfAbsent(id, p -> new ArrayList<>());
                      cursor.list("a list of vulnerabilities", () -> of.add(cursor.text()));
                    });
            default -> {}
          }
        });
    List<Vulnerability> found = new ArrayList<>();
    pairs.forEach(
        (id, vulnerabilities) -> {
          for (String each : vulnerabilities) {
            add(packages.get(id), entries.get(each), line, found);
          }
        });
    draft.add(target.target(), found, line);
  }

  private static NamedPackage packageOf(JsonNode node) {
    return new NamedPackage(JsonFields.text(node, "name"), JsonFields.text(node, "version"));
  }

  private void add(
      @Nullable NamedPackage affected, @Nullable Entry entry, int line, List<Vulnerability> found) {
    if (affected == null || entry == null) {
      draft.incomplete(
          line, "a pair of a package and a vulnerability that the report does not list");
      return;
    }
    JsonNode content = entry.content();
    VulnerabilitySeverity severity =
        VulnerabilitySeverity.of(JsonFields.text(content, "normalized_severity"));
    add(
        JsonFields.text(content, "name"),
        JsonFields.text(content, "description"),
        new AffectedPackage(
            affected.name(), "", affected.version(), JsonFields.text(content, "fixed_in_version")),
        severity == VulnerabilitySeverity.UNKNOWN
            ? VulnerabilitySeverity.of(JsonFields.text(content, "severity"))
            : severity,
        firstOf(JsonFields.text(content, "links")),
        entry.line(),
        found);
  }

  private static String firstOf(String links) {
    int space = links.indexOf(' ');
    return space < 0 ? links : links.substring(0, space);
  }

  /** Reads a report of clair-scanner. */
  public static ReportContent scanner(JsonCursor cursor, String file) {
    ClairReader reader = new ClairReader(cursor, file);
    int line = cursor.line();
    ScanTarget.Draft target = new ScanTarget.Draft();
    List<Vulnerability> found = new ArrayList<>();
    cursor.object(
        "the report",
        member -> {
          switch (member) {
            case "image" -> {
              String image = cursor.text();
              target.name(image);
              target.reference(image);
            }
            case "vulnerabilities" ->
                cursor.list("`vulnerabilities`", () -> reader.readScanned(found));
            default -> {}
          }
        });
    reader.draft.add(target.target(), found, line);
    return reader.draft.content();
  }

  private void readScanned(List<Vulnerability> found) {
    int line = cursor.line();
    JsonNode entry = cursor.tree();
    add(
        JsonFields.text(entry, "vulnerability"),
        JsonFields.text(entry, "description"),
        new AffectedPackage(
            JsonFields.text(entry, "featurename"),
            "",
            JsonFields.text(entry, "featureversion"),
            JsonFields.text(entry, "fixedby")),
        VulnerabilitySeverity.of(JsonFields.text(entry, "severity")),
        JsonFields.text(entry, "link"),
        line,
        found);
  }

  /** Reads a report of klar, which has a list for each severity and names no image. */
  public static ReportContent klar(JsonCursor cursor, String file) {
    ClairReader reader = new ClairReader(cursor, file);
    int line = cursor.line();
    List<Vulnerability> found = new ArrayList<>();
    cursor.object(
        "the report",
        member -> {
          if (member.equals("Vulnerabilities")) {
            cursor.object(
                "`Vulnerabilities`",
                severity ->
                    cursor.list(
                        "a list of vulnerabilities", () -> reader.readKlar(severity, found)));
          }
        });
    reader.draft.add(new ScanTarget.Draft().target(), found, line);
    return reader.draft.content();
  }

  private void readKlar(String severity, List<Vulnerability> found) {
    int line = cursor.line();
    JsonNode entry = cursor.tree();
    String written = JsonFields.text(entry, "Severity");
    add(
        JsonFields.text(entry, "Name"),
        JsonFields.text(entry, "Description"),
        new AffectedPackage(
            JsonFields.text(entry, "FeatureName"),
            "",
            JsonFields.text(entry, "FeatureVersion"),
            JsonFields.text(entry, "FixedBy")),
        VulnerabilitySeverity.of(written.isEmpty() ? severity : written),
        JsonFields.text(entry, "Link"),
        line,
        found);
  }

  /**
   * Adds a vulnerability. The name contains a CVE id, as in {@code CVE-2009-5155 on Ubuntu 18.04},
   * or is that of an advisory, whose description lists the CVE ids.
   */
  private void add(
      String name,
      String description,
      AffectedPackage affected,
      VulnerabilitySeverity severity,
      String url,
      int line,
      List<Vulnerability> found) {
    if (name.isEmpty()) {
      draft.incomplete(line, "a vulnerability without a name");
      return;
    }
    SortedSet<String> named = Vulnerability.cvesIn(name);
    SortedSet<String> aliases = named.isEmpty() ? Vulnerability.cvesIn(description) : named;
    String id = named.size() == 1 ? named.first() : name;
    SortedSet<String> others = new TreeSet<>(aliases);
    others.remove(id);
    found.add(
        new Vulnerability(
            id,
            others,
            affected,
            severity,
            "",
            OptionalDouble.empty(),
            url,
            OptionalDouble.empty(),
            false,
            "",
            draft.place(line)));
  }
}
