package dev.zonec.risk.report;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.risk.clair.ClairReader;
import dev.zonec.risk.cyclonedx.CycloneDxReader;
import dev.zonec.risk.exploit.EpssReader;
import dev.zonec.risk.exploit.KevReader;
import dev.zonec.risk.exploit.KnownExploited;
import dev.zonec.risk.grype.GrypeReader;
import dev.zonec.risk.json.JsonCursor;
import dev.zonec.risk.json.JsonReading;
import dev.zonec.risk.operator.OperatorReader;
import dev.zonec.risk.trivy.TrivyReader;
import dev.zonec.risk.vex.VexReader;
import dev.zonec.risk.vex.VexStatement;
import dev.zonec.risk.vulnerability.ReportContent;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads a file of any known format. A damaged file is lost as a whole, and no other one is. */
public final class ReportReader {
  private ReportReader() {}

  /** Reads {@code file}. */
  public static ReadReport read(ReportSource file) {
    try {
      return switch (FormatDetection.of(file)) {
        case Detection.Known(ReportFormat format) -> read(file, format);
        case Detection.Other(String what, String help) ->
            new ReadReport.Refused(
                file.name(),
                Diagnostic.errorIn(Code.ZC1305, file.name(), "`" + file.name() + "` is " + what)
                    .help(help));
        case Detection.Damaged(String reason, int line, int column) ->
            damaged(file, reason, line, column);
      };
    } catch (IOException e) {
      return unreadable(file, e);
    }
  }

  private static ReadReport read(ReportSource file, ReportFormat format) throws IOException {
    String name = file.name();
    return switch (format) {
      case TRIVY -> scans(file, format, cursor -> TrivyReader.artifact(cursor, name));
      case TRIVY_LIST -> scans(file, format, cursor -> TrivyReader.list(cursor, name));
      case TRIVY_CLUSTER -> scans(file, format, cursor -> TrivyReader.cluster(cursor, name));
      case OPERATOR -> scans(file, format, cursor -> OperatorReader.object(cursor, name));
      case OPERATOR_LIST -> scans(file, format, cursor -> OperatorReader.list(cursor, name));
      case GRYPE -> scans(file, format, cursor -> GrypeReader.read(cursor, name));
      case CLAIR -> scans(file, format, cursor -> ClairReader.read(cursor, name));
      case CLAIR_SCANNER -> scans(file, format, cursor -> ClairReader.scanner(cursor, name));
      case KLAR -> scans(file, format, cursor -> ClairReader.klar(cursor, name));
      case CYCLONEDX -> scans(file, format, cursor -> CycloneDxReader.read(cursor, name));
      case OPENVEX ->
          switch (JsonReading.of(file, cursor -> VexReader.read(cursor, name))) {
            case JsonReading.Read<List<VexStatement>>(var statements) ->
                new ReadReport.Statements(name, statements);
            case JsonReading.Damaged<List<VexStatement>>(var reason, int line, int column) ->
                damaged(file, reason, line, column);
          };
      case KEV ->
          switch (JsonReading.of(file, cursor -> KevReader.json(cursor, name))) {
            case JsonReading.Read<List<KnownExploited>>(var entries) ->
                new ReadReport.Catalogue(name, format, entries);
            case JsonReading.Damaged<List<KnownExploited>>(var reason, int line, int column) ->
                damaged(file, reason, line, column);
          };
      case KEV_CSV -> catalogue(file);
      case EPSS -> new ReadReport.Scores(name, file);
    };
  }

  private static ReadReport scans(
      ReportSource file, ReportFormat format, Function<JsonCursor, ReportContent> reader)
      throws IOException {
    return switch (JsonReading.of(file, reader)) {
      case JsonReading.Read<ReportContent>(ReportContent content) ->
          new ReadReport.Scans(file.name(), format, content);
      case JsonReading.Damaged<ReportContent>(var reason, int line, int column) ->
          damaged(file, reason, line, column);
    };
  }

  private static ReadReport catalogue(ReportSource file) throws IOException {
    try (BufferedReader text = file.lines()) {
      Optional<List<KnownExploited>> entries = KevReader.csv(text, file.name());
      return entries
          .<ReadReport>map(
              found -> new ReadReport.Catalogue(file.name(), ReportFormat.KEV_CSV, found))
          .orElseGet(() -> damaged(file, "a quoted field does not end", 0, 0));
    }
  }

  /** The scores of a file, or the problem. */
  public sealed interface EpssReading {
    /** The scores. */
    record Read(EpssReader.Scores scores) implements EpssReading {}

    /** The file is lost. */
    record Lost(Diagnostic problem) implements EpssReading {}
  }

  /**
   * Reads the scores of {@code file}.
   *
   * @param wanted the ids whose scores are kept
   */
  public static EpssReading scores(ReportSource file, Predicate<String> wanted) {
    try (BufferedReader text = file.lines()) {
      EpssReader.Scores scores = EpssReader.read(text, wanted);
      return scores.badLine() == 0
          ? new EpssReading.Read(scores)
          : new EpssReading.Lost(
              DamagedText.problem(
                  file,
                  "a line has no probability from 0 to 1 in its second field",
                  scores.badLine(),
                  1));
    } catch (IOException e) {
      return new EpssReading.Lost(problem(file, e));
    }
  }

  private static ReadReport damaged(ReportSource file, String reason, int line, int column) {
    return new ReadReport.Refused(file.name(), DamagedText.problem(file, reason, line, column));
  }

  private static ReadReport unreadable(ReportSource file, IOException e) {
    return new ReadReport.Refused(file.name(), problem(file, e));
  }

  private static Diagnostic problem(ReportSource file, IOException e) {
    String reason =
        switch (e) {
          case NoSuchFileException missing -> "there is no such file";
          case AccessDeniedException denied -> "permission denied";
          default -> {
            String message = e.getMessage();
            yield message == null ? "an input or output error" : message;
          }
        };
    return Diagnostic.errorIn(
        Code.ZC1304, file.name(), "cannot read the report `" + file.name() + "`: " + reason);
  }
}
