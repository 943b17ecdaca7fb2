package dev.zonec.cli.format.github;

import dev.zonec.application.report.CauseGroup;
import dev.zonec.application.report.Entry;
import dev.zonec.application.report.PathHop;
import dev.zonec.application.report.Report;
import dev.zonec.application.report.Status;
import dev.zonec.cli.format.PlaceText;
import dev.zonec.cli.format.ReportFormat;
import dev.zonec.diagnostics.Note;
import dev.zonec.diagnostics.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Workflow commands. GitHub shows at most ten errors, ten warnings and ten notices of a step, so
 * that entries with one cause share an annotation, and the last one of a level counts the others.
 * All other entries are lines of the log.
 */
public final class GithubReport implements ReportFormat {
  /** The maximum number of annotations of one level that GitHub shows for a step. */
  private static final int MOST = 10;

  private enum Level {
    ERROR("error"),
    WARNING("warning"),
    NOTICE("notice");

    private final String word;

    Level(String word) {
      this.word = word;
    }
  }

  @Override
  public String text(Report report) {
    List<Entry> annotated =
        report.entries().stream()
            .filter(entry -> entry.status().open() || entry.status() == Status.NOTE)
            .toList();
    Map<Level, List<CauseGroup>> byLevel = new EnumMap<>(Level.class);
    for (CauseGroup group : CauseGroup.of(annotated)) {
      byLevel.computeIfAbsent(level(group.first().status()), l -> new ArrayList<>()).add(group);
    }
    StringBuilder out = new StringBuilder();
    if (!report.headline().isEmpty()) {
      out.append("::notice title=zonec::").append(escaped(report.headline())).append('\n');
    }
    byLevel.forEach((level, groups) -> annotations(out, level, groups, report));
    out.append("::group::zonec ").append(report.command()).append(": ");
    out.append(escaped(report.counted())).append('\n');
    for (Entry entry : report.entries()) {
      out.append(line(entry, report)).append('\n');
    }
    return out.append("::endgroup::\n").toString();
  }

  private static void annotations(
      StringBuilder out, Level level, List<CauseGroup> groups, Report report) {
    int shown = groups.size() > MOST ? MOST - 1 : groups.size();
    groups.subList(0, shown).forEach(group -> out.append(annotation(level, group, report)));
    if (shown < groups.size()) {
      out.append("::")
          .append(level.word)
          .append(" title=zonec::and ")
          .append(groups.size() - shown)
          .append(" more; the log of this step lists all of them\n");
    }
  }

  private static String annotation(Level level, CauseGroup group, Report report) {
    Entry entry = group.first();
    Place place = report.placeOf(entry);
    StringBuilder out = new StringBuilder("::").append(level.word).append(' ');
    if (!(place instanceof Place.Nowhere)) {
      out.append("file=").append(property(PlaceText.file(place)));
      out.append(",line=").append(PlaceText.line(place));
      if (place instanceof Place.At(var span)) {
        out.append(",endLine=").append(span.source().lineOf(span.end()));
        if (span.line() == span.source().lineOf(span.end())) {
          out.append(",col=").append(span.column());
          out.append(",endColumn=").append(span.source().columnOf(span.end()));
        }
      }
      out.append(',');
    }
    out.append("title=").append(property(entry.rule() + " " + entry.rule().title()));
    return out.append("::").append(escaped(body(group))).append('\n').toString();
  }

  private static String body(CauseGroup group) {
    List<String> lines = new ArrayList<>();
    lines.add(message(group.first()));
    for (PathHop hop : group.first().path()) {
      lines.add(hop.toString());
      hop.steps().forEach(step -> lines.add("  " + step.side() + ": " + step.text()));
    }
    for (Note note : group.first().otherNotes()) {
      lines.add(note.kind() + ": " + note.text());
    }
    if (group.size() > 1) {
      lines.add(group.cause());
      group.examples().forEach(other -> lines.add("also: " + message(other)));
      if (group.hidden() > 0) {
        lines.add("and " + group.atLeast() + group.hidden() + " more");
      }
    }
    return String.join("\n", lines);
  }

  private static String message(Entry entry) {
    return entry.message() + (entry.variant().isEmpty() ? "" : " (with " + entry.variant() + ")");
  }

  /** A line of the log, which must not begin like a command. */
  private static String line(Entry entry, Report report) {
    String place = PlaceText.of(report.placeOf(entry));
    return List.of(
            entry.status().word(),
            entry.rule().id(),
            entry.id(),
            place,
            message(entry),
            entry.reason())
        .stream()
        .filter(part -> !part.isEmpty())
        .map(part -> part.replaceAll("\\R", " ").replace("::", ": :"))
        .collect(Collectors.joining(" | "));
  }

  private static Level level(Status status) {
    return switch (status) {
      case FAILED, INCONCLUSIVE -> Level.ERROR;
      case WARNING -> Level.WARNING;
      case NOTE, SUPPRESSED, ACCEPTED, WAIVED, VACUOUS, PROVED -> Level.NOTICE;
    };
  }

  /** Escapes the text of a command. */
  private static String escaped(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** Escapes the value of a property, which a comma or colon would end. */
  private static String property(String text) {
    return escaped(text).replace(":", "%3A").replace(",", "%2C");
  }
}
