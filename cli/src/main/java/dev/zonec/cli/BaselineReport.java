package dev.zonec.cli;

import dev.zonec.application.accept.AcceptOutcome;
import dev.zonec.application.baseline.BaselineEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the baseline file, and prints which entries are new and which are gone.
 *
 * @param configured whether the configuration file names a baseline
 */
record BaselineReport(
    Console console,
    OutputOptions options,
    boolean configured,
    boolean json,
    JsonDocument document) {
  private static final int MOST_LISTED = 10;

  /** Prints the outcome, and returns the exit code: the verdicts with the new baseline. */
  ExitCode of(AcceptOutcome outcome) {
    return switch (outcome) {
      case AcceptOutcome.Unusable(var problems) -> {
        console.report(problems);
        yield ExitCode.BAD_INPUT;
      }
      case AcceptOutcome.Accepted accepted -> {
        new ManifestsReport(console, options).read(accepted.read());
        console.report(accepted.read().problems());
        console.report(accepted.left());
        yield written(accepted);
      }
    };
  }

  private ExitCode written(AcceptOutcome.Accepted accepted) {
    if (console.refuses(accepted.write())) {
      return ExitCode.BAD_INPUT;
    }
    String file = accepted.file().name();
    document.put("file", file);
    document.put("added", accepted.added().stream().map(BaselineReport::data).toList());
    document.put("removed", accepted.removed().stream().map(BaselineReport::data).toList());
    document.put("count", accepted.baseline().entries().size());
    if (!json && !options.quiet()) {
      list("accepted", accepted.added());
      list("removed", accepted.removed());
      console.wrapped(file + ": " + summary(accepted));
      if (accepted.changed() && !configured && !accepted.baseline().entries().isEmpty()) {
        console.status("next: add `baseline: " + file + "` to zonec.yaml, or pass `--baseline`");
      }
    }
    return ExitCode.of(accepted.conclusion());
  }

  private void list(String word, List<BaselineEntry> entries) {
    int shown = options.all() ? entries.size() : Math.min(MOST_LISTED, entries.size());
    entries.subList(0, shown).forEach(entry -> console.wrapped(word + ": " + text(entry)));
    if (shown < entries.size()) {
      console.line(word + ": and " + (entries.size() - shown) + " more; --all lists them");
    }
  }

  private static String summary(AcceptOutcome.Accepted accepted) {
    int count = accepted.baseline().entries().size();
    String all = count == 1 ? "1 finding" : count + " findings";
    return accepted.changed()
        ? all
            + " ("
            + accepted.added().size()
            + " added, "
            + accepted.removed().size()
            + " removed)"
        : all + ", unchanged";
  }

  private static String text(BaselineEntry entry) {
    return (entry.variant().isEmpty() ? "" : entry.variant() + ": ")
        + entry.claim()
        + ": "
        + entry.description();
  }

  private static Map<String, Object> data(BaselineEntry entry) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", entry.id());
    out.put("variant", entry.variant());
    out.put("claim", entry.claim());
    out.put("accepts", entry.description());
    out.put("reason", entry.reason());
    out.put("until", entry.until().toString());
    return out;
  }
}
