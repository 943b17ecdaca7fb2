package dev.zonec.application.risk;

import dev.zonec.application.risk.FailOnRisk.Judgement;
import dev.zonec.risk.join.Joining;
import dev.zonec.risk.join.RunningImage;
import dev.zonec.risk.rank.Ranking;
import dev.zonec.risk.rank.RiskRow;
import dev.zonec.risk.vex.VexStatement;
import dev.zonec.risk.vulnerability.Vulnerability;
import dev.zonec.risk.vulnerability.VulnerabilitySeverity;
import dev.zonec.verifier.origin.PolicyOrigins;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The vulnerabilities of workloads in the order of work.
 *
 * @param reports the content of the reports
 * @param joining which report is about which image
 * @param ranking the images in the order of work
 * @param details the reach of the workloads
 * @param unused the statements that exclude something and applied to nothing
 * @param origins the origins of the policies
 * @param failOn what is not accepted; empty if everything is
 * @param ignoreUnscanned whether images without a report count as accepted
 */
public record RiskAnswer(
    ReadReports reports,
    Joining joining,
    Ranking ranking,
    RowDetails details,
    List<VexStatement> unused,
    PolicyOrigins origins,
    Optional<FailOnRisk> failOn,
    boolean ignoreUnscanned) {
  /** Copies the lists. */
  public RiskAnswer {
    unused = List.copyOf(unused);
  }

  /** Whether {@code row} is accepted. */
  public Judgement judgement(RiskRow row) {
    return failOn.map(limit -> limit.of(row)).orElse(Judgement.PASSES);
  }

  /** Whether the image of {@code unjoined} is accepted. */
  public Judgement judgement(Joining.Unjoined unjoined) {
    return failOn
        .map(
            limit ->
                limit.unjoined(
                    unjoined.scan().vulnerabilities().stream()
                        .filter(found -> found.excluded().isEmpty())
                        .map(Vulnerability::severity)))
        .orElse(Judgement.PASSES);
  }

  /** Returns the images without a report that keep everything from being accepted. */
  public List<RunningImage> undecided() {
    return failOn
        .filter(limit -> !ignoreUnscanned)
        .map(
            limit ->
                joining.unscanned().stream()
                    .filter(
                        image ->
                            limit.unscanned(details.reach(image.workload())) != Judgement.PASSES)
                    .toList())
        .orElse(List.of());
  }

  /** Returns the number of ranked vulnerabilities without a severity and a score. */
  public long unrated() {
    return ranking.rows().stream()
        .flatMap(row -> row.vulnerabilities().stream())
        .filter(each -> each.vulnerability().severity() == VulnerabilitySeverity.UNKNOWN)
        .count();
  }

  /** Whether everything is accepted: the worst judgement of all. */
  public Judgement judgement() {
    Judgement found =
        Stream.concat(
                ranking.rows().stream().map(this::judgement),
                joining.unjoined().stream().map(this::judgement))
            .min(Comparator.naturalOrder())
            .orElse(Judgement.PASSES);
    boolean unread = failOn.isPresent() && !reports.incomplete().isEmpty();
    return found == Judgement.PASSES && (unread || !undecided().isEmpty())
        ? Judgement.UNDECIDED
        : found;
  }
}
