package dev.zonec.application.risk;

import java.util.Locale;

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
    return count(found, "vulnerability", "vulnerabilities")
        + " in "
        + count(scans, "report", "reports")
        + ": "
        + count(workloads, "vulnerable workload", "vulnerable workloads")
        + ", "
        + count(today, "image", "images")
        + " to patch today"
        + (unjoined == 0 ? "" : ", " + count(unjoined, "report", "reports") + " of no workload");
  }

  /** Returns text such as {@code 1,024 vulnerabilities}. */
  static String count(long number, String one, String many) {
    return String.format(Locale.ROOT, "%,d", number) + " " + (number == 1 ? one : many);
  }
}
