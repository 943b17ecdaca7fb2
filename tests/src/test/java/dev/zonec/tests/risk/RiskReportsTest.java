package dev.zonec.tests.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonec.risk.report.ReadReport;
import dev.zonec.risk.report.ReportReader;
import dev.zonec.risk.report.ReportSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every report of the corpus is read or refused as expected, if the corpus is present. */
final class RiskReportsTest {
  private static final Path INPUTS = Path.of(System.getProperty("zonec.shared", ""), "inputs");

  /** What each file is, and the number of its entries; the reason if it is refused. */
  private static final Map<String, String> EXPECTED =
      Map.ofEntries(
          Map.entry("trivy/alpine-310.gitlab-codequality.golden", "ZC1305 code quality"),
          Map.entry("trivy/alpine-310.json.golden", "Trivy 4"),
          Map.entry("trivy/alpine-310.sarif.golden", "ZC1305 SARIF"),
          Map.entry("trivy/alpine-distroless.json.golden", "Trivy 1"),
          Map.entry("trivy/dd-all-statuses.json", "Trivy 8"),
          Map.entry("trivy/dd-cvssv4.json", "Trivy 3"),
          Map.entry("trivy/dd-k8s-report-all-old.json", "Trivy, cluster 10"),
          Map.entry("trivy/dd-legacy-list.json", "Trivy, schema 1 6, 1 incomplete"),
          Map.entry("trivy/dd-misconf-secrets.json", "Trivy 2"),
          Map.entry("trivy/dd-schema2-many.json", "Trivy 5"),
          Map.entry("trivy/dd-schema2-none.json", "Trivy 0"),
          Map.entry("trivy/debian-buster.json.golden", "Trivy 2"),
          Map.entry("trivy-operator/all_reports_in_dict.json", "VulnerabilityReport, list 41"),
          Map.entry("trivy-operator/vulnerabilityreport_extended.json", "VulnerabilityReport 5"),
          Map.entry("trivy-operator/vulnerabilityreport_many.json", "VulnerabilityReport 41"),
          Map.entry("trivy-operator/vulnerabilityreport_no_vuln.json", "VulnerabilityReport 0"),
          Map.entry("trivy-operator/vulnerabilityreport_single_vuln.json", "VulnerabilityReport 1"),
          Map.entry("grype/dd-epss.json", "Grype 15"),
          Map.entry("grype/dd-fix-available.json", "Grype 1"),
          Map.entry("grype/dd-many4.json", "Grype 9"),
          Map.entry("grype/dd-none.json", "Grype 0"),
          Map.entry("clair/HANDMADE-clair-v4-report.json", "Clair 1"),
          Map.entry("clair/clair-v4-vulnerability.json", "ZC1305 one vulnerability of Clair"),
          Map.entry("clair/dd-clair-v2.json", "clair-scanner 35"),
          Map.entry("clair/dd-klar.json", "klar 6"),
          Map.entry("kev/known_exploited_vulnerabilities.csv", "KEV, CSV 24"),
          Map.entry("kev/known_exploited_vulnerabilities.json", "KEV 69"),
          Map.entry("kev/known_exploited_vulnerabilities_schema.json", "ZC1305 JSON schema"),
          Map.entry("epss/HANDMADE-epss_scores.csv", "EPSS 8"),
          Map.entry("vex/openvex.json", "OpenVEX 1"),
          Map.entry("cyclonedx/dd-vulnerability-1.4.json", "CycloneDX 1"),
          Map.entry("cyclonedx/fluentd.json", "CycloneDX 0"),
          Map.entry("cyclonedx/minikube-kbom.json", "Trivy 1"));

  @Test
  void everyFileIsReadOrRefused() throws IOException {
    assumeTrue(
        Files.isDirectory(INPUTS),
        "the corpus is not there; set -Dzonec.shared to the folder that holds it");
    Map<String, String> found = new TreeMap<>();
    for (String folder :
        new String[] {
          "trivy", "trivy-operator", "grype", "clair", "kev", "epss", "vex", "cyclonedx"
        }) {
      try (Stream<Path> files = Files.list(INPUTS.resolve(folder))) {
        for (Path file : files.sorted().toList()) {
          found.put(
              folder + "/" + file.getFileName(),
              described(folder + "/" + file.getFileName(), file));
        }
      }
    }
    assertThat(found).containsExactlyInAnyOrderEntriesOf(EXPECTED);
  }

  /** A file of the corpus that is cut anywhere is lost, named, or read as a whole. */
  @Test
  void aFileThatIsCutIsLost() throws IOException {
    assumeTrue(
        Files.isDirectory(INPUTS),
        "the corpus is not there; set -Dzonec.shared to the folder that holds it");
    for (String name : EXPECTED.keySet()) {
      if (name.endsWith(".csv") || EXPECTED.get(name).startsWith("ZC")) {
        continue;
      }
      byte[] bytes = Files.readAllBytes(INPUTS.resolve(name));
      int end = new String(bytes, java.nio.charset.StandardCharsets.UTF_8).stripTrailing().length();
      for (int part = 1; part < 12; part++) {
        int length = Math.min(end - 1, bytes.length * part / 12);
        ReadReport read =
            ReportReader.read(
                new ReportSource(name, () -> new ByteArrayInputStream(bytes, 0, length)));
        assertThat(read).as("%s, %s bytes", name, length).isInstanceOf(ReadReport.Refused.class);
        assertThat(((ReadReport.Refused) read).problem().message()).contains(name);
      }
    }
  }

  private static String described(String name, Path file) {
    return switch (ReportReader.read(new ReportSource(name, () -> Files.newInputStream(file)))) {
      case ReadReport.Scans(var n, var format, var content) ->
          format.title()
              + " "
              + content.scans().stream().mapToInt(scan -> scan.vulnerabilities().size()).sum()
              + (content.incomplete().isEmpty()
                  ? ""
                  : ", " + content.incomplete().size() + " incomplete");
      case ReadReport.Statements(var n, var statements) -> "OpenVEX " + statements.size();
      case ReadReport.Catalogue(var n, var format, var entries) ->
          format.title() + " " + entries.size();
      case ReadReport.Scores(var n, var source) ->
          ReportReader.scores(source, id -> true)
                  instanceof ReportReader.EpssReading.Read(var scores)
              ? "EPSS " + scores.lines()
              : "lost";
      case ReadReport.Refused(var n, var problem) ->
          refusal(name, problem.code() + " " + problem.message());
    };
  }

  /** Returns the expected words if the refusal has them, so that the table stays short. */
  private static String refusal(String name, String text) {
    String expected = EXPECTED.getOrDefault(name, "");
    String words = expected.substring(expected.indexOf(' ') + 1);
    return text.startsWith("ZC1305") && !words.isEmpty() && text.contains(words) ? expected : text;
  }
}
