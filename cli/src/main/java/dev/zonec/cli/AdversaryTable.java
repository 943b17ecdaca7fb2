package dev.zonec.cli;

import dev.zonec.application.adversary.Adversary;
import dev.zonec.application.adversary.AdversaryDiagnostics;
import dev.zonec.application.adversary.AdversaryOutcome;
import dev.zonec.application.adversary.AdversaryOutcome.Deletions;
import dev.zonec.application.adversary.AdversaryOutcome.Row;
import dev.zonec.application.adversary.AdversaryOutcome.Tried;
import dev.zonec.application.adversary.AdversaryResult;
import dev.zonec.application.adversary.EnforcedLabels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints assertions against adversaries as a table. */
record AdversaryTable(Console console) {
  /** The number of policies that are named if the deletion of each has the same effect. */
  private static final int MOST = 20;

  /**
   * Prints the table, the reasons of open results, and the effect of deletions.
   *
   * @param enforced what admission policies enforce
   */
  void print(AdversaryOutcome outcome, EnforcedLabels enforced) {
    switch (outcome) {
      case AdversaryOutcome.NoAssertions none ->
          console.line("adversaries: the program has no assertion");
      case Tried tried -> {
        if (!tried.adversaries().isEmpty()) {
          matrix(tried);
          reasons(tried);
          others(tried, enforced);
        }
        if (!tried.deletions().isEmpty()) {
          deletions(tried.deletions());
        }
      }
    }
  }

  private void matrix(Tried tried) {
    List<List<String>> lines = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("adversaries"));
    tried.adversaries().forEach(adversary -> head.add(adversary.word()));
    lines.add(head);
    for (Row row : tried.rows()) {
      List<String> line = new ArrayList<>(List.of("  " + row.assertion().name()));
      row.results().forEach(result -> line.add(cell(result)));
      lines.add(line);
    }
    aligned(lines);
  }

  private static String cell(AdversaryResult result) {
    return switch (result) {
      case AdversaryResult.Assumes(var keys, var finding) -> "assumes " + String.join(", ", keys);
      case AdversaryResult.Rests(var keys, var finding) -> "rests on " + String.join(", ", keys);
      default -> result.word();
    };
  }

  private void aligned(List<List<String>> lines) {
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < line.size(); i++) {
        text.append(i == 0 ? "" : "  ").append(padded(line.get(i), width(lines, i)));
      }
      console.line(text.toString().stripTrailing());
    }
  }

  private static int width(List<List<String>> lines, int column) {
    return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private void reasons(Tried tried) {
    assumed(tried);
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (Row row : tried.rows()) {
      for (int i = 0; i < row.results().size(); i++) {
        if (row.results().get(i) instanceof AdversaryResult.Open(String reason)) {
          Adversary adversary = tried.adversaries().get(i);
          byReason
              .computeIfAbsent(adversary.word() + " is open: " + reason, key -> new ArrayList<>())
              .add(row.assertion().name());
        }
      }
    }
    byReason.forEach(
        (reason, names) -> console.wrapped(reason + " (" + String.join(", ", names) + ")"));
  }

  private void others(Tried tried, EnforcedLabels enforced) {
    if (tried.adversaries().contains(Adversary.RELABEL) && !enforced.others().isEmpty()) {
      console.wrapped(
          "relabel does not rely on other admission policies ("
              + named(List.copyOf(enforced.others()))
              + ")");
    }
  }

  private void assumed(Tried tried) {
    Map<List<String>, List<String>> byKeys = new LinkedHashMap<>();
    for (Row row : tried.rows()) {
      for (AdversaryResult result : row.results()) {
        if (result instanceof AdversaryResult.Assumes(var keys, var finding)) {
          byKeys.computeIfAbsent(keys, key -> new ArrayList<>()).add(row.assertion().name());
        }
      }
    }
    byKeys.forEach(
        (keys, names) ->
            console.wrapped(
                "relabel assumes that tenants cannot set "
                    + AdversaryDiagnostics.labels(keys)
                    + ", which no admission policy of the manifests enforces ("
                    + String.join(", ", names)
                    + ")"));
  }

  private void deletions(List<Deletions> all) {
    console.line("without one policy");
    aligned(
        all.stream().map(each -> List.of("  " + each.assertion().name(), effect(each))).toList());
  }

  private static String effect(Deletions each) {
    List<String> parts = new ArrayList<>();
    if (!each.breaking().isEmpty()) {
      parts.add(
          "breaks without "
              + named(each.breaking().stream().map(AdversaryOutcome.Deletion::policy).toList()));
    }
    if (!each.undecided().isEmpty()) {
      parts.add(
          "open without "
              + named(each.undecided().stream().map(AdversaryOutcome.Undecided::policy).toList())
              + ", because "
              + each.undecided().stream()
                  .map(AdversaryOutcome.Undecided::reason)
                  .distinct()
                  .collect(Collectors.joining("; ")));
    }
    if (parts.isEmpty()) {
      parts.add(each.holds() ? "survives any deletion" : "open with all policies");
    }
    return String.join("; ", parts);
  }

  private static String named(List<String> policies) {
    String shown = policies.stream().limit(MOST).collect(Collectors.joining(", "));
    return policies.size() > MOST ? shown + " and " + (policies.size() - MOST) + " more" : shown;
  }
}
