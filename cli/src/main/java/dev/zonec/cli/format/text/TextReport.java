package dev.zonec.cli.format.text;

import dev.zonec.application.report.CauseGroup;
import dev.zonec.application.report.Entry;
import dev.zonec.application.report.Report;
import dev.zonec.cli.format.CleanText;
import dev.zonec.cli.format.PlaceText;
import dev.zonec.cli.format.ReportFormat;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.DiagnosticRenderer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plain text: the findings, the summary, and a line for each entry that holds or is accepted. */
public final class TextReport implements ReportFormat {
  private static final int WIDTH = 100;

  @Override
  public String text(Report report) {
    StringBuilder out = new StringBuilder();
    if (!report.headline().isEmpty()) {
      out.append(CleanText.line(report.headline())).append("\n\n");
    }
    List<Entry> open = report.entries().stream().filter(entry -> entry.status().open()).toList();
    DiagnosticRenderer renderer = new DiagnosticRenderer(false, WIDTH);
    for (CauseGroup group : CauseGroup.of(open)) {
      List<Diagnostic> told = group.diagnostics("`--out json=FILE` has all of them");
      out.append(told.isEmpty() ? held(group.first()) + "\n" : renderer.render(told));
    }
    out.append(report.counted()).append('\n');
    report.summary().forEach(line -> out.append(CleanText.line(line)).append('\n'));
    report.entries().stream()
        .filter(entry -> !entry.status().open())
        .forEach(entry -> out.append(held(entry)).append('\n'));
    return out.toString();
  }

  /** Returns a line about an entry that holds or is accepted. */
  public static String held(Entry entry) {
    return Stream.of(
            entry.status().word()
                + ": "
                + (entry.claim().isEmpty() ? message(entry) : entry.claim()),
            entry.variant().isEmpty() ? "" : "with " + entry.variant(),
            PlaceText.of(entry.place()),
            entry.reason())
        .filter(part -> !part.isEmpty())
        .map(CleanText::line)
        .collect(Collectors.joining("   "));
  }

  private static String message(Entry entry) {
    return entry.rule() + " " + entry.message();
  }
}
