package dev.zonec.application.risk;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.risk.exploit.KnownExploited;
import dev.zonec.risk.rank.Exploitation;
import dev.zonec.risk.report.ReadReport;
import dev.zonec.risk.report.ReportReader;
import dev.zonec.risk.report.ReportSource;
import dev.zonec.risk.vex.VexStatement;
import dev.zonec.risk.vulnerability.ReportContent;
import dev.zonec.risk.vulnerability.Scan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The content of all reports.
 *
 * @param files the files that were read
 * @param scans the scans of all files
 * @param statements the statements of all OpenVEX documents
 * @param exploitation what catalogues and scores say about the vulnerabilities
 * @param lost an error for each file that could not be read
 * @param incomplete a warning for each file with entries that cannot be used
 */
public record ReadReports(
    List<FileSummary> files,
    List<Scan> scans,
    List<VexStatement> statements,
    Exploitation exploitation,
    List<Diagnostic> lost,
    List<Diagnostic> incomplete) {
  /** The greatest number of incomplete entries that a warning names. */
  private static final int MOST_NAMED = 3;

  /** Copies the lists. */
  public ReadReports {
    files = List.copyOf(files);
    scans = List.copyOf(scans);
    statements = List.copyOf(statements);
    lost = List.copyOf(lost);
    incomplete = List.copyOf(incomplete);
  }

  /**
   * A file that was read.
   *
   * @param format the name of its format
   * @param content what it has, such as {@code 12 vulnerabilities}
   * @param count the number of these
   */
  public record FileSummary(String name, String format, String content, int count) {}

  /** Whether a catalogue of exploited vulnerabilities was read. */
  public boolean knowsExploited() {
    return files.stream().anyMatch(file -> file.content().startsWith("exploited"));
  }

  /** Reads {@code sources}. */
  static ReadReports of(ReportSources sources) {
    List<FileSummary> files = new ArrayList<>();
    List<Scan> scans = new ArrayList<>();
    List<VexStatement> statements = new ArrayList<>();
    Map<String, KnownExploited> catalogue = new HashMap<>();
    List<ReportSource> scoreFiles = new ArrayList<>();
    List<Diagnostic> lost = new ArrayList<>(sources.problems());
    List<Diagnostic> incomplete = new ArrayList<>();
    int number = 0;
    for (ReportSource source : sources.sources()) {
      Progress.check(number++, sources.sources().size(), "reports");
      Deadline.check();
      switch (ReportReader.read(source)) {
        case ReadReport.Scans(String name, var format, ReportContent content) -> {
          int count = content.scans().stream().mapToInt(s -> s.vulnerabilities().size()).sum();
          files.add(new FileSummary(name, format.title(), "vulnerabilities", count));
          scans.addAll(content.scans());
          if (!content.incomplete().isEmpty()) {
            incomplete.add(incomplete(name, content.incomplete()));
          }
        }
        case ReadReport.Statements(String name, var found) -> {
          files.add(new FileSummary(name, "OpenVEX", "statements", found.size()));
          statements.addAll(found);
        }
        case ReadReport.Catalogue(String name, var format, var entries) -> {
          files.add(
              new FileSummary(name, format.title(), "exploited vulnerabilities", entries.size()));
          entries.forEach(entry -> catalogue.putIfAbsent(entry.id(), entry));
        }
        case ReadReport.Scores(String name, ReportSource file) -> scoreFiles.add(file);
        case ReadReport.Refused(String name, Diagnostic problem) -> lost.add(problem);
      }
    }
    Map<String, Double> scores = scores(scoreFiles, scans, files, lost);
    return new ReadReports(
        files, scans, statements, new Exploitation(catalogue, scores), lost, incomplete);
  }

  private static Map<String, Double> scores(
      List<ReportSource> sources,
      List<Scan> scans,
      List<FileSummary> files,
      List<Diagnostic> lost) {
    Set<String> wanted = new HashSet<>();
    scans.forEach(scan -> scan.vulnerabilities().forEach(v -> v.ids().forEach(wanted::add)));
    Map<String, Double> scores = new LinkedHashMap<>();
    for (ReportSource source : sources) {
      switch (ReportReader.scores(source, wanted::contains)) {
        case ReportReader.EpssReading.Read(var read) -> {
          files.add(new FileSummary(source.name(), "EPSS", "scores", read.lines()));
          scores.putAll(read.scores());
        }
        case ReportReader.EpssReading.Lost(Diagnostic problem) -> lost.add(problem);
      }
    }
    return scores;
  }

  private static Diagnostic incomplete(String name, List<ReportContent.Incomplete> entries) {
    Diagnostic told =
        Diagnostic.warningIn(
            Code.ZC1306,
            name,
            entries.size() == 1
                ? "`" + name + "` has an entry that cannot be used"
                : "`" + name + "` has " + entries.size() + " entries that cannot be used");
    for (ReportContent.Incomplete each : entries.subList(0, Math.min(MOST_NAMED, entries.size()))) {
      told = told.note(each.lacks() + ", in line " + each.place().line());
    }
    return entries.size() > MOST_NAMED
        ? told.note("and " + (entries.size() - MOST_NAMED) + " more")
        : told;
  }
}
