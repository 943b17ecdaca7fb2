package dev.zonec.application.risk;

import dev.zonec.risk.rank.RankedVulnerability;
import dev.zonec.risk.rank.Reach;
import dev.zonec.risk.rank.RiskRow;
import dev.zonec.risk.vulnerability.VulnerabilitySeverity;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The vulnerabilities that the user does not accept.
 *
 * @param scope the workloads that count
 * @param severity the least severity that counts
 */
public record FailOnRisk(Scope scope, VulnerabilitySeverity severity) {
  /** The workloads that count. */
  public enum Scope {
    /** Every workload, and images that no workload runs. */
    ANY,
    /** Workloads that the internet or another workload reaches. */
    REACHABLE,
    /** Workloads that the internet reaches. */
    INTERNET;

    /** Returns the name on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether something is accepted; the worst comes first. */
  public enum Judgement {
    /** It is not accepted. */
    FAILS,
    /** This depends on something that is not known. */
    UNDECIDED,
    /** It is accepted. */
    PASSES;

    private Judgement worse(Judgement other) {
      return compareTo(other) <= 0 ? this : other;
    }

    private Judgement better(Judgement other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  /** Returns the limit that {@code text} means, such as {@code reachable:critical}. */
  public static Optional<FailOnRisk> parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    Optional<Scope> scope =
        Stream.of(Scope.values())
            .filter(each -> each.toString().equals(text.substring(0, colon)))
            .findFirst();
    Optional<VulnerabilitySeverity> severity =
        VulnerabilitySeverity.named(text.substring(colon + 1))
            .filter(each -> severities().contains(each));
    return scope.flatMap(some -> severity.map(least -> new FailOnRisk(some, least)));
  }

  /** Returns the severities that a limit can have. */
  public static List<VulnerabilitySeverity> severities() {
    return List.of(
        VulnerabilitySeverity.CRITICAL,
        VulnerabilitySeverity.HIGH,
        VulnerabilitySeverity.MEDIUM,
        VulnerabilitySeverity.LOW);
  }

  /** Whether {@code row} is accepted. */
  public Judgement of(RiskRow row) {
    return worst(
            row.vulnerabilities().stream()
                .map(RankedVulnerability::vulnerability)
                .map(found -> severity(found.severity())))
        .better(reach(row.facts().reach()));
  }

  /**
   * Whether an image that no workload runs, as far as is known, is accepted.
   *
   * @param severities the severities of its vulnerabilities
   */
  Judgement unjoined(Stream<VulnerabilitySeverity> severities) {
    return worst(severities.map(this::severity))
        .better(scope == Scope.ANY ? Judgement.FAILS : Judgement.UNDECIDED);
  }

  /**
   * Whether an image without a report is accepted: it may have any vulnerability.
   *
   * @param reach the reach of its workload
   */
  Judgement unscanned(Reach reach) {
    return reach(reach).better(Judgement.UNDECIDED);
  }

  private static Judgement worst(Stream<Judgement> all) {
    return all.min(Comparator.naturalOrder()).orElse(Judgement.PASSES).worse(Judgement.PASSES);
  }

  private Judgement severity(VulnerabilitySeverity found) {
    if (found == VulnerabilitySeverity.UNKNOWN) {
      return Judgement.UNDECIDED;
    }
    return found.isAtLeast(severity) ? Judgement.FAILS : Judgement.PASSES;
  }

  private Judgement reach(Reach reach) {
    boolean counts =
        switch (scope) {
          case ANY -> true;
          case REACHABLE -> reach.reached();
          case INTERNET -> reach.fromInternet();
        };
    if (counts) {
      return Judgement.FAILS;
    }
    return reach == Reach.UNKNOWN ? Judgement.UNDECIDED : Judgement.PASSES;
  }

  @Override
  public String toString() {
    return scope + ":" + severity.word();
  }
}
