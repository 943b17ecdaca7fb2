package dev.zonec.cli;

import dev.zonec.application.report.Report;
import dev.zonec.cli.format.ReportFormat;
import dev.zonec.cli.format.github.GithubReport;
import dev.zonec.cli.format.gitlab.GitlabReport;
import dev.zonec.cli.format.json.JsonLines;
import dev.zonec.cli.format.json.JsonReport;
import dev.zonec.cli.format.junit.JunitReport;
import dev.zonec.cli.format.markdown.MarkdownReport;
import dev.zonec.cli.format.sarif.SarifReport;
import dev.zonec.cli.format.text.TextReport;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats of reports. */
enum OutputFormat {
  TEXT,
  JSON,
  JSONL,
  SARIF,
  JUNIT,
  MD,
  GITHUB,
  GITLAB,
  /** Alerts of the Elastic Common Schema, as JSON lines; of observed flows only. */
  ECS,
  /** Detection Findings of OCSF, as JSON lines; of observed flows only. */
  OCSF;

  /** Returns the format with this name, in any case of letters. */
  static Optional<OutputFormat> named(String name) {
    return Arrays.stream(values())
        .filter(each -> each.toString().equalsIgnoreCase(name))
        .findFirst();
  }

  /** Whether the format has events with times and addresses, which only observed flows have. */
  boolean events() {
    return this == ECS || this == OCSF;
  }

  /** Returns {@code report} in this format, which has no events. */
  String text(Report report) {
    ReportFormat format =
        switch (this) {
          case TEXT -> new TextReport();
          case JSON -> new JsonReport();
          case JSONL -> new JsonLines();
          case SARIF -> new SarifReport();
          case JUNIT -> new JunitReport();
          case MD -> new MarkdownReport();
          case GITHUB -> new GithubReport();
          case GITLAB -> new GitlabReport();
          case ECS, OCSF -> throw new IllegalStateException(this + " is not made from a report");
        };
    return format.text(report);
  }

  /** Returns the name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
