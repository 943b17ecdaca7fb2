package dev.zonec.cli.format;

import dev.zonec.application.report.Report;

/** A format of reports. */
public interface ReportFormat {
  /** Returns {@code report} as text, with a line end at the end unless it is empty. */
  String text(Report report);
}
