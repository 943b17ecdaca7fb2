package dev.zonec.application.risk;

import dev.zonec.diagnostics.Counted;

/** Sums an answer up. */
public final class RiskSummary {
  private RiskSummary() {}

  /** Returns one sentence with the numbers of the answer. */
  public static String of(RiskAnswer answer) {
    int scans = answer.reports().scans().size();
    long found = answer.reports().scans().stream().mapToLong(s -> s.vulnerabilities().size()).sum();
    long workloads =
        answer.ranking().rows().stream()
            .map(row -> row.image().workload().label())
            .distinct()
            .count();
    long today = answer.ranking().rows().stream().filter(row -> row.urgency().today()).count();
    int unjoined = answer.joining().unjoined().size();
    return Counted.grouped(found, "vulnerability", "vulnerabilities")
        + " in "
        + Counted.grouped(scans, "report", "reports")
        + ": "
        + Counted.grouped(workloads, "vulnerable workload", "vulnerable workloads")
        + ", "
        + Counted.grouped(today, "image", "images")
        + " to patch today"
        + (unjoined == 0
            ? ""
            : ", " + Counted.grouped(unjoined, "report", "reports") + " of no workload");
  }
}
