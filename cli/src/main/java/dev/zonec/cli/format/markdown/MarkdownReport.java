package dev.zonec.cli.format.markdown;

import dev.zonec.application.report.CauseGroup;
import dev.zonec.application.report.Entry;
import dev.zonec.application.report.PathHop;
import dev.zonec.application.report.PathStep;
import dev.zonec.application.report.Report;
import dev.zonec.application.report.Status;
import dev.zonec.cli.format.PlaceText;
import dev.zonec.cli.format.ReportFormat;
import java.util.ArrayList;
import java.util.List;

/**
 * Markdown for a comment: a heading with the counts, a collapsed section for each group of
 * findings, and collapsed lists of all entries. The summary names the assumptions of the proofs.
 * GitHub refuses comments of more than 65,536 characters, so sections that do not fit are left out
 * and counted.
 */
public final class MarkdownReport implements ReportFormat {
  /** The maximum length, in chars. */
  static final int LONGEST = 65_000;

  /** The room that is kept for the line that counts what was left out. */
  private static final int RESERVE = 400;

  /** The maximum length of one section; a longer one is cut. */
  private static final int LONGEST_SECTION = 12_000;

  @Override
  public String text(Report report) {
    StringBuilder out = new StringBuilder();
    out.append("### zonec ").append(report.command()).append(": ");
    out.append(MarkdownText.plain(report.counted())).append("\n\n");
    if (!report.headline().isEmpty()) {
      out.append("**").append(MarkdownText.plain(report.headline())).append("**\n\n");
    }
    List<Section> sections = new ArrayList<>();
    for (Status status : Status.values()) {
      List<Entry> entries =
          report.entries().stream().filter(entry -> entry.status() == status).toList();
      if (status.open() || status == Status.NOTE) {
        CauseGroup.of(entries).forEach(group -> sections.add(findings(group, report)));
      }
    }
    if (!report.summary().isEmpty()) {
      sections.add(new Section(0, details("summary", pre(String.join("\n", report.summary())))));
    }
    for (Status status : Status.values()) {
      List<Entry> entries =
          report.entries().stream().filter(entry -> entry.status() == status).toList();
      if (!entries.isEmpty()) {
        sections.addAll(list(status, entries, report));
      }
    }
    int cut = 0;
    for (Section section : sections) {
      if (out.length() + section.text().length() + RESERVE <= LONGEST) {
        out.append(section.text());
      } else {
        cut += section.entries();
      }
    }
    if (cut > 0) {
      out.append("\n_").append(cut).append(cut == 1 ? " line is" : " lines are");
      out.append(" left out, because a comment has at most 65,536 characters; `--out json=FILE`");
      out.append(" has all of them._\n");
    }
    return out.toString();
  }

  /**
   * A part that is written whole or not at all.
   *
   * @param entries the number of entries in it, for counting what is left out
   */
  private record Section(int entries, String text) {}

  private static Section findings(CauseGroup group, Report report) {
    List<String> lines = new ArrayList<>();
    Entry first = group.first();
    String place = PlaceText.of(report.placeOf(first));
    if (!place.isEmpty()) {
      lines.add("at " + place);
    }
    for (PathHop hop : first.path()) {
      lines.add(hop.toString());
      for (PathStep step : hop.steps()) {
        lines.add("    " + step.side() + "  " + step.text());
        step.places()
            .forEach(
                other ->
                    lines.add(
                        "        "
                            + PlaceText.path(other.span().source().name())
                            + ":"
                            + other.span().line()
                            + "  "
                            + other.label()));
      }
    }
    first
        .related()
        .forEach(
            other ->
                lines.add(
                    PlaceText.path(other.span().source().name())
                        + ":"
                        + other.span().line()
                        + "  "
                        + other.label()));
    first.otherNotes().forEach(note -> lines.add(note.kind() + ": " + note.text()));
    if (group.size() > 1) {
      lines.add(group.cause());
      group.examples().forEach(other -> lines.add("also " + other.rule() + ": " + message(other)));
      if (group.hidden() > 0) {
        lines.add("and " + group.atLeast() + group.hidden() + " more");
      }
    }
    String count =
        group.size() == 1
            ? ""
            : " (and " + group.atLeast() + (group.size() - 1) + " more of this cause)";
    return new Section(
        group.size(),
        details(
            first.status().word() + " " + first.rule() + ": " + message(first) + count,
            pre(cut(String.join("\n", lines)))));
  }

  /** Returns a list of entries in parts, so that a list that is too long is cut and not lost. */
  private static List<Section> list(Status status, List<Entry> entries, Report report) {
    List<Section> parts = new ArrayList<>();
    int part = 100;
    for (int from = 0; from < entries.size(); from += part) {
      List<Entry> some = entries.subList(from, Math.min(entries.size(), from + part));
      String head =
          "all "
              + status.word()
              + ": "
              + (from + 1)
              + " to "
              + (from + some.size())
              + " of "
              + entries.size();
      List<String> lines = some.stream().map(entry -> line(entry, report)).toList();
      parts.add(new Section(some.size(), details(head, pre(String.join("\n", lines)))));
    }
    return parts;
  }

  private static String line(Entry entry, Report report) {
    String place = PlaceText.of(report.placeOf(entry));
    return (entry.rule()
            + "  "
            + entry.id()
            + (place.isEmpty() ? "" : "  " + place)
            + "  "
            + message(entry)
            + (entry.reason().isEmpty() ? "" : "  (" + entry.reason() + ")"))
        .replaceAll("\\R", " ");
  }

  private static String message(Entry entry) {
    return entry.message() + (entry.variant().isEmpty() ? "" : " (with " + entry.variant() + ")");
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_SECTION
        ? text
        : text.substring(0, LONGEST_SECTION)
            + "\n… "
            + (text.length() - LONGEST_SECTION)
            + " more characters";
  }

  private static String pre(String text) {
    return "<pre>" + MarkdownText.block(text) + "</pre>";
  }

  private static String details(String head, String body) {
    return "<details><summary>"
        + MarkdownText.plain(head)
        + "</summary>\n"
        + body
        + "\n</details>\n\n";
  }
}
