package dev.zonec.application.diff;

import dev.zonec.application.report.DiagnosticEntries;
import dev.zonec.application.report.Entry;
import dev.zonec.application.report.EntryRule.OfDifference;
import dev.zonec.application.report.Report;
import dev.zonec.application.report.Status;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.report.RegionText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns the outcome of a comparison into a report. */
public final class DiffEntries {
  private DiffEntries() {}

  /** Returns the report of a run whose inputs cannot be used. */
  public static Report unusable(List<String> files, List<Diagnostic> problems) {
    return new Report("diff", "", files, List.of(), DiagnosticEntries.of(problems));
  }

  /** Returns the report of a run that ended before the revisions were compared. */
  public static Report undecided(List<String> files, List<Diagnostic> problems) {
    return new Report("diff", "", files, List.of(), DiagnosticEntries.undecided(problems));
  }

  /**
   * Returns the report of a comparison. Each difference is an entry; it is a failure if {@code
   * failOn} does not accept it.
   */
  public static Report of(DiffOutcome.Compared compared, FailOn failOn) {
    List<Entry> differences = differences(compared, failOn);
    List<Entry> entries = new ArrayList<>(problems(compared));
    entries.addAll(differences);
    if (!compared.covered()
        && entries.stream().noneMatch(entry -> entry.status() == Status.INCONCLUSIVE)) {
      entries.add(RegionEntries.incomplete("a part of the inputs was not read"));
    }
    Set<Status> failing =
        failOn.includes(FailOn.Kind.ANY)
            ? Set.of(Status.FAILED, Status.NOTE)
            : Set.of(Status.FAILED);
    return new Report(
        "diff", headline(differences), compared.files(), summary(compared), entries, failing);
  }

  private static List<Entry> problems(DiffOutcome.Compared compared) {
    Set<Diagnostic> accepted = new LinkedHashSet<>();
    Set<Diagnostic> problems = new LinkedHashSet<>();
    for (DiffOutcome.Revision revision : List.of(compared.before(), compared.after())) {
      accepted.addAll(revision.read().accepted());
      problems.addAll(revision.read().problems());
    }
    List<Entry> entries = new ArrayList<>(DiagnosticEntries.of(List.copyOf(accepted)));
    entries.addAll(DiagnosticEntries.undecided(List.copyOf(problems)));
    return entries;
  }

  private static List<Entry> differences(DiffOutcome.Compared compared, FailOn failOn) {
    PolicyOrigins before = compared.before().origins();
    PolicyOrigins after = compared.after().origins();
    boolean zones = !compared.program().zones().isEmpty();
    DecidingLines.Finder lines = new DecidingLines.Finder(before, after);
    Status opened = failOn.status(FailOn.Kind.MORE_PERMISSIVE);
    RegionEntries regions =
        new RegionEntries(new RegionText(zones, before, after), lines, compared.covered(), opened);
    PathEntries paths = new PathEntries(lines, compared.covered() && zones, failOn);
    VerdictEntries verdicts =
        new VerdictEntries(compared.after().verified(), failOn.status(FailOn.Kind.ASSERTION));
    WorkloadEntries workloads = new WorkloadEntries(compared.open(), lines, opened);
    List<Entry> entries = new ArrayList<>();
    compared
        .open()
        .ifPresentOrElse(
            open -> entries.addAll(regions.of(open)),
            () -> entries.add(outOfTime("the connections of every pod that could exist")));
    compared
        .paths()
        .ifPresentOrElse(
            found -> entries.addAll(paths.of(found)), () -> entries.add(outOfTime("the paths")));
    compared.assertions().forEach(change -> entries.add(verdicts.of(change)));
    compared
        .workloads()
        .ifPresentOrElse(
            found -> found.changes().forEach(change -> entries.add(workloads.of(change))),
            () -> entries.add(outOfTime("the connections of declared workloads")));
    return entries;
  }

  private static Entry outOfTime(String part) {
    return RegionEntries.incomplete("the time ran out before " + part + " were compared");
  }

  /** Returns the number of differences of each kind. */
  private static String headline(List<Entry> differences) {
    List<String> counts = new ArrayList<>();
    for (OfDifference kind : OfDifference.values()) {
      long count =
          differences.stream()
              .filter(entry -> !entry.status().passed() && entry.rule() == kind)
              .count();
      if (count > 0) {
        counts.add(words(kind) + ": " + count);
      }
    }
    if (!counts.isEmpty()) {
      return String.join(", ", counts);
    }
    return differences.stream()
        .filter(entry -> entry.rule() == OfDifference.MORE_PERMISSIVE)
        .map(entry -> "no difference: " + entry.message())
        .collect(Collectors.joining());
  }

  private static String words(OfDifference kind) {
    return switch (kind) {
      case MORE_PERMISSIVE -> "more permissive";
      case PATH_APPEARS -> "paths that appear";
      case VERDICT_WORSENS -> "verdicts that get worse";
      case WORKLOAD_OPENS -> "workload connections that open";
      case UNSETTLED -> "different where the API leaves the result open";
      case NOT_COMPLETE -> "parts that are not complete";
      case LESS_PERMISSIVE -> "less permissive";
      case PATH_VANISHES -> "paths that vanish";
      case VERDICT_CHANGES -> "other verdicts that change";
      case WORKLOAD_CLOSES -> "workload connections that close";
    };
  }

  private static List<String> summary(DiffOutcome.Compared compared) {
    List<String> lines = new ArrayList<>();
    if (!compared.assumed().isEmpty()) {
      lines.add(compared.assumption());
    }
    compared
        .workloads()
        .ifPresent(
            found -> {
              listed(lines, "workloads that only the new revision declares: ", found.added());
              listed(lines, "workloads that only the old revision declares: ", found.removed());
            });
    return lines;
  }

  private static void listed(List<String> lines, String head, List<String> names) {
    if (!names.isEmpty()) {
      lines.add(head + String.join(", ", names));
    }
  }
}
