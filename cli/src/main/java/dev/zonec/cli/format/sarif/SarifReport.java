package dev.zonec.cli.format.sarif;

import dev.zonec.application.report.Entry;
import dev.zonec.application.report.EntryRule;
import dev.zonec.application.report.Report;
import dev.zonec.application.version.Build;
import dev.zonec.cli.format.ReportFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A SARIF 2.1.0 log with one run. */
public final class SarifReport implements ReportFormat {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** The maximum number of results of a run that GitHub accepts. */
  static final int MOST_RESULTS = 25_000;

  /** The number of results of a run that GitHub shows. */
  private static final int SHOWN_RESULTS = 5_000;

  @Override
  public String text(Report report) {
    List<EntryRule> rules =
        report.entries().stream().map(Entry::rule).distinct().sorted(EntryRule.ORDER).toList();
    SarifResults results = new SarifResults(report, rules.stream().map(EntryRule::id).toList());
    List<Entry> found =
        report.entries().stream().filter(entry -> !entry.status().passed()).toList();
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver(rules)));
    run.put("automationDetails", Map.of("id", "zonec/" + report.command() + "/"));
    run.put("invocations", List.of(invocation(report, results, found.size())));
    run.put("columnKind", "unicodeCodePoints");
    run.put("results", found.stream().limit(MOST_RESULTS).map(results::result).toList());
    if (!report.summary().isEmpty()) {
      run.put("properties", Map.of("summary", report.summary()));
    }
    Map<String, Object> log = new LinkedHashMap<>();
    log.put("$schema", SCHEMA);
    log.put("version", "2.1.0");
    log.put("runs", List.of(run));
    return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(log) + "\n";
  }

  private static Map<String, Object> driver(List<EntryRule> rules) {
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "zonec");
    Build.recorded().ifPresent(build -> driver.put("version", build.version()));
    driver.put("rules", rules.stream().map(SarifReport::rule).toList());
    return driver;
  }

  private static Map<String, Object> rule(EntryRule rule) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", rule.id());
    out.put("shortDescription", Map.of("text", rule.title()));
    out.put("help", Map.of("text", rule.help()));
    out.put("properties", Map.of("tags", List.of("security", "network")));
    return out;
  }

  private static Map<String, Object> invocation(Report report, SarifResults results, int found) {
    List<Map<String, Object>> notes = new ArrayList<>();
    if (!report.headline().isEmpty()) {
      notes.add(note("warning", report.headline()));
    }
    if (found > MOST_RESULTS) {
      notes.add(
          note(
              "warning",
              (found - MOST_RESULTS)
                  + " results are left out, because GitHub accepts no more than "
                  + MOST_RESULTS));
    } else if (found > SHOWN_RESULTS) {
      notes.add(note("note", "GitHub shows " + SHOWN_RESULTS + " of the " + found + " results"));
    }
    report.entries().stream()
        .filter(entry -> entry.status().passed())
        .map(results::notification)
        .forEach(notes::add);
    Map<String, Object> invocation = new LinkedHashMap<>();
    invocation.put("executionSuccessful", true);
    invocation.put("toolExecutionNotifications", notes);
    return invocation;
  }

  private static Map<String, Object> note(String level, String text) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("level", level);
    out.put("message", Map.of("text", text));
    return out;
  }
}
