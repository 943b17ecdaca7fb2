package dev.zonec.cli;

import dev.zonec.application.risk.ReadReports;
import dev.zonec.application.risk.RiskAnswer;
import dev.zonec.application.risk.RiskSummary;
import dev.zonec.application.risk.RiskWords;
import dev.zonec.application.risk.RowDetail;
import dev.zonec.diagnostics.Counted;
import dev.zonec.diagnostics.ShortList;
import dev.zonec.risk.join.JoinWay;
import dev.zonec.risk.join.Joining;
import dev.zonec.risk.join.RunningImage;
import dev.zonec.risk.rank.RankedVulnerability;
import dev.zonec.risk.rank.RiskRow;
import dev.zonec.risk.rank.Urgency;
import dev.zonec.risk.vulnerability.VulnerabilitySeverity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes ranked reports as lines. Without {@code all}, they fit on one screen: the first rows in
 * detail, and the numbers of the others.
 *
 * @param all whether every row and every vulnerability is listed
 */
record RiskText(RiskAnswer answer, boolean all) {
  /** The number of rows on the first screen. */
  private static final int ROWS = 3;

  /** The greatest number of sensitive workloads of a row. */
  private static final int SENSITIVE = 2;

  /** The greatest number of names in a line. */
  private static final int NAMES = 3;

  /** Returns the lines. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(RiskSummary.of(answer));
    List<RiskRow> rows = answer.ranking().rows();
    int shown = all ? rows.size() : Math.min(ROWS, rows.size());
    for (int i = 0; i < shown; i++) {
      lines.add("");
      lines.addAll(row(i + 1, rows.get(i)));
    }
    if (shown < rows.size()) {
      lines.add("");
      lines.addAll(others(rows.subList(shown, rows.size())));
    }
    List<String> rest = rest();
    if (!rest.isEmpty()) {
      lines.add("");
      lines.addAll(rest);
    }
    return lines;
  }

  private List<String> row(int number, RiskRow row) {
    List<String> lines = new ArrayList<>();
    RowDetail detail = answer.details().of(row);
    lines.add(
        number
            + ". "
            + (row.urgency().today() ? "patch today: " : "")
            + row.image().workload().label()
            + ", image "
            + row.image().image().image());
    lines.add("   why: " + RiskWords.why(row));
    List<RankedVulnerability> found = row.vulnerabilities();
    int shown = all ? found.size() : 1;
    found.subList(0, shown).forEach(each -> lines.add("   " + RiskWords.vulnerability(each)));
    if (shown < found.size()) {
      lines.add("   and " + more(found.subList(shown, found.size())));
    }
    detail.path().ifPresent(path -> lines.add("   path: " + RiskWords.path(path)));
    RiskWords.close(detail, answer.origins()).ifPresent(text -> lines.add("   " + text));
    lines.add("   " + surroundings(row, detail));
    if (row.way() == JoinWay.WORKLOAD || (row.way() == JoinWay.REFERENCE && all)) {
      lines.add("   the report was joined by " + row.way().text());
    }
    return lines;
  }

  /** Returns text such as {@code 12 more: 2 critical, 10 low}. */
  private static String more(List<RankedVulnerability> found) {
    Map<VulnerabilitySeverity, Integer> counts = new EnumMap<>(VulnerabilitySeverity.class);
    found.forEach(each -> counts.merge(each.vulnerability().severity(), 1, Integer::sum));
    return found.size()
        + " more: "
        + counts.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey().word())
            .collect(Collectors.joining(", "));
  }

  private String surroundings(RiskRow row, RowDetail detail) {
    String by =
        detail.reachedBy() == 0
            ? "no other workload reaches it"
            : "reached by "
                + Counted.of(detail.reachedBy(), "workload", "workloads")
                + " ("
                + ShortList.of(detail.from(), all ? detail.from().size() : NAMES)
                + ")";
    List<String> sensitive =
        detail.reaches().stream()
            .filter(each -> !each.sensitive().isEmpty())
            .map(each -> each.label() + " [" + ShortList.of(each.sensitive(), 1) + "]")
            .toList();
    return by
        + (row.facts().onward() == 0
            ? ", reaches no other workload"
            : ", reaches " + Counted.of(row.facts().onward(), "workload", "workloads"))
        + (sensitive.isEmpty()
            ? ""
            : ", sensitive: " + ShortList.of(sensitive, all ? sensitive.size() : SENSITIVE));
  }

  private static List<String> others(List<RiskRow> rows) {
    Map<Urgency, Integer> counts = new EnumMap<>(Urgency.class);
    rows.forEach(row -> counts.merge(row.urgency(), 1, Integer::sum));
    List<String> lines = new ArrayList<>();
    lines.add(
        Counted.of(rows.size(), "more image", "more images") + " of workloads (--all lists them):");
    counts.forEach((urgency, number) -> lines.add("   " + number + ": " + urgency.title()));
    return lines;
  }

  /** Returns the lines about what the rows do not contain. */
  private List<String> rest() {
    List<String> lines = new ArrayList<>();
    List<Joining.Unjoined> unjoined = answer.joining().unjoined();
    if (!unjoined.isEmpty()) {
      lines.add(
          "not joined to a workload: "
              + named(
                  unjoined.stream()
                      .map(
                          each ->
                              each.scan().target().name()
                                  + " ("
                                  + each.scan().vulnerabilities().size()
                                  + " in "
                                  + each.scan().place().file()
                                  + ": "
                                  + each.reason()
                                  + ")")
                      .toList()));
    }
    if (!answer.joining().unscanned().isEmpty()) {
      lines.add(
          "without a report: "
              + named(
                  answer.joining().unscanned().stream()
                      .map(each -> each.workload().label() + " " + each.image().image())
                      .toList()));
    }
    List<RunningImage> undecided = answer.undecided();
    if (!undecided.isEmpty()) {
      lines.add(
          "of the images without a report, "
              + Counted.of(undecided.size(), "is", "are")
              + " in the scope of --fail-on: "
              + named(
                  undecided.stream()
                      .map(each -> each.workload().label() + " " + each.image().image())
                      .toList())
              + " (--ignore-unscanned accepts them)");
    }
    if (!answer.ranking().excluded().isEmpty()) {
      lines.add(
          "excluded: "
              + named(
                  answer.ranking().excluded().stream()
                      .map(
                          each ->
                              each.vulnerability().id()
                                  + " in "
                                  + each.workload().label()
                                  + " ("
                                  + each.reason()
                                  + ")")
                      .toList()));
    }
    if (!answer.unused().isEmpty()) {
      lines.add(
          Counted.of(answer.unused().size(), "statement", "statements")
              + " of OpenVEX applied to no vulnerability");
    }
    long unrated = answer.unrated();
    if (unrated > 0) {
      lines.add(
          Counted.of(unrated, "vulnerability has", "vulnerabilities have")
              + " no severity and no score");
    }
    if (!answer.reports().knowsExploited() && !answer.ranking().rows().isEmpty()) {
      lines.add("known exploitation is not taken into account: pass the KEV catalogue as a report");
    }
    if (all) {
      for (ReadReports.FileSummary file : answer.reports().files()) {
        lines.add(
            "read "
                + file.name()
                + ": "
                + file.format()
                + ", "
                + file.count()
                + " "
                + file.content());
      }
    }
    return lines;
  }

  private String named(List<String> names) {
    return ShortList.of(names, all ? names.size() : NAMES);
  }
}
