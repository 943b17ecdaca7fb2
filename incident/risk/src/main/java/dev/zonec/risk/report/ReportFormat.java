package dev.zonec.risk.report;

/** The formats of files that {@code risk} reads. */
public enum ReportFormat {
  /** Trivy, of an image or another artifact. */
  TRIVY("Trivy"),
  /** Trivy before version 0.20, a list of results. */
  TRIVY_LIST("Trivy, schema 1"),
  /** Trivy, of a cluster. */
  TRIVY_CLUSTER("Trivy, cluster"),
  /** An object of kind VulnerabilityReport. */
  OPERATOR("VulnerabilityReport"),
  /** Objects of this kind in a list. */
  OPERATOR_LIST("VulnerabilityReport, list"),
  /** Grype. */
  GRYPE("Grype"),
  /** Clair 4. */
  CLAIR("Clair"),
  /** clair-scanner. */
  CLAIR_SCANNER("clair-scanner"),
  /** klar. */
  KLAR("klar"),
  /** CycloneDX. */
  CYCLONEDX("CycloneDX"),
  /** OpenVEX. */
  OPENVEX("OpenVEX"),
  /** CISA's catalogue of known exploited vulnerabilities, as JSON. */
  KEV("KEV"),
  /** The same as CSV. */
  KEV_CSV("KEV, CSV"),
  /** Scores of EPSS. */
  EPSS("EPSS");

  private final String title;

  ReportFormat(String title) {
    this.title = title;
  }

  /** Whether files of the format list vulnerabilities of images. */
  public boolean isScan() {
    return switch (this) {
      case OPENVEX, KEV, KEV_CSV, EPSS -> false;
      case TRIVY,
          TRIVY_LIST,
          TRIVY_CLUSTER,
          OPERATOR,
          OPERATOR_LIST,
          GRYPE,
          CLAIR,
          CLAIR_SCANNER,
          KLAR,
          CYCLONEDX ->
          true;
    };
  }

  /** Returns the name of the format. */
  public String title() {
    return title;
  }
}
