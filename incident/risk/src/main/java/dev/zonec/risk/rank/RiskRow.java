package dev.zonec.risk.rank;

import dev.zonec.risk.join.JoinWay;
import dev.zonec.risk.join.RunningImage;
import java.util.Comparator;
import java.util.List;

/**
 * An image that a workload runs, with its vulnerabilities.
 *
 * @param image the image and its workload
 * @param way how the reports were joined to it
 * @param facts what an attacker can do with the workload
 * @param vulnerabilities the vulnerabilities, the most urgent one first; at least one
 */
public record RiskRow(
    RunningImage image, JoinWay way, ReachFacts facts, List<RankedVulnerability> vulnerabilities) {
  /** Copies the list. */
  public RiskRow {
    vulnerabilities = List.copyOf(vulnerabilities);
  }

  /** Returns the most urgent vulnerability, which decides the place of the row. */
  public RankedVulnerability worst() {
    return vulnerabilities.getFirst();
  }

  /** Returns the place of the row in the order of work. */
  public Urgency urgency() {
    return worst().urgency();
  }

  /** The order of rows ({@code spec/risk.md}): a total order. */
  public static final Comparator<RiskRow> ORDER =
      Comparator.comparing(RiskRow::urgency)
          .thenComparing(row -> row.facts().reach())
          .thenComparing(row -> !row.worst().exploited())
          .thenComparing(row -> row.worst().vulnerability().severity())
          .thenComparingDouble(row -> -row.worst().likelihood().orElse(0))
          .thenComparingInt(row -> -row.facts().sensitive())
          .thenComparingInt(row -> row.facts().hops())
          .thenComparingInt(row -> -row.facts().onward())
          .thenComparing(row -> row.image().workload().namespace())
          .thenComparing(row -> row.image().workload().name())
          .thenComparing(row -> row.image().workload().kind())
          .thenComparing(row -> row.image().image().image());
}
