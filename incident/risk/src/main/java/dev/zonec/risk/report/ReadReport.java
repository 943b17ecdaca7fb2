package dev.zonec.risk.report;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.risk.exploit.KnownExploited;
import dev.zonec.risk.vex.VexStatement;
import dev.zonec.risk.vulnerability.ReportContent;
import java.util.List;

/** A file, as far as it could be read. */
public sealed interface ReadReport {
  /** Returns the name of the file. */
  String name();

  /** Vulnerabilities of images. */
  record Scans(String name, ReportFormat format, ReportContent content) implements ReadReport {}

  /** Statements about vulnerabilities. */
  record Statements(String name, List<VexStatement> statements) implements ReadReport {
    /** Copies the list. */
    public Statements {
      statements = List.copyOf(statements);
    }
  }

  /** Vulnerabilities that are known to be exploited. */
  record Catalogue(String name, ReportFormat format, List<KnownExploited> entries)
      implements ReadReport {
    /** Copies the list. */
    public Catalogue {
      entries = List.copyOf(entries);
    }
  }

  /** Scores of EPSS, which are read when it is known which ones are wanted. */
  record Scores(String name, ReportSource source) implements ReadReport {}

  /** A file that is lost. */
  record Refused(String name, Diagnostic problem) implements ReadReport {}
}
