package dev.zonec.risk.rank;

import dev.zonec.kubernetes.world.Workload;
import dev.zonec.risk.join.Joining;
import dev.zonec.risk.vex.VexStatement;
import dev.zonec.risk.vex.VexStatements;
import dev.zonec.risk.vulnerability.Scan;
import dev.zonec.risk.vulnerability.Vulnerability;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The images of workloads in the order of work.
 *
 * @param rows the images with vulnerabilities, in the order of {@link RiskRow#ORDER}
 * @param excluded the vulnerabilities that do no harm, with the reason
 * @param clean the number of images whose reports list no vulnerability that counts
 */
public record Ranking(List<RiskRow> rows, List<Excluded> excluded, int clean) {
  /** Copies the lists. */
  public Ranking {
    rows = List.copyOf(rows);
    excluded = List.copyOf(excluded);
  }

  /**
   * A vulnerability of an image that does no harm there.
   *
   * @param reason the statement, or the analysis of the report, that says so
   */
  public record Excluded(Workload workload, Vulnerability vulnerability, String reason) {}

  /** What identifies a vulnerability of an image, in the reports of several scanners. */
  private record Key(String id, String affected, String installed) {}

  /**
   * Ranks the joined images.
   *
   * @param reach returns what an attacker can do with a workload
   */
  public static Ranking of(
      Joining joining,
      VexStatements statements,
      Exploitation exploitation,
      Function<Workload, ReachFacts> reach) {
    List<RiskRow> rows = new ArrayList<>();
    List<Excluded> excluded = new ArrayList<>();
    int clean = 0;
    for (Joining.JoinedImage joined : joining.joined()) {
      Workload workload = joined.image().workload();
      Map<Key, Vulnerability> counting = new LinkedHashMap<>();
      for (Scan scan : joined.scans()) {
        for (Vulnerability found : scan.vulnerabilities()) {
          Optional<String> reason =
              found.excluded().isEmpty()
                  ? statements.excluding(found, scan.target()).map(VexStatement::toString)
                  : Optional.of(found.excluded() + ", " + found.place());
          if (reason.isPresent()) {
            excluded.add(new Excluded(workload, found, reason.get()));
          } else {
            counting.merge(key(found), found, Ranking::worse);
          }
        }
      }
      if (counting.isEmpty()) {
        clean++;
      } else {
        ReachFacts facts = reach.apply(workload);
        rows.add(
            new RiskRow(
                joined.image(),
                joined.way(),
                facts,
                counting.values().stream()
                    .map(found -> ranked(found, facts, exploitation))
                    .sorted(RankedVulnerability.ORDER)
                    .toList()));
      }
    }
    return new Ranking(rows.stream().sorted(RiskRow.ORDER).toList(), excluded, clean);
  }

  private static Key key(Vulnerability found) {
    List<String> cves = found.ids().filter(id -> id.startsWith("CVE-")).toList();
    return new Key(
        cves.size() == 1 ? cves.getFirst() : found.id(),
        found.affected().name(),
        found.affected().installed());
  }

  /** Returns the entry with the worse severity, with what either of them says of exploitation. */
  private static Vulnerability worse(Vulnerability one, Vulnerability other) {
    Comparator<Vulnerability> order =
        Comparator.comparing((Vulnerability each) -> each.severity())
            .thenComparingDouble(each -> -each.score().orElse(0))
            .thenComparing(Vulnerability::place);
    Vulnerability kept = order.compare(one, other) <= 0 ? one : other;
    return new Vulnerability(
        kept.id(),
        kept.aliases(),
        kept.affected(),
        kept.severity(),
        kept.status(),
        kept.score(),
        kept.url(),
        one.likelihood().orElse(-1) >= other.likelihood().orElse(-1)
            ? one.likelihood()
            : other.likelihood(),
        one.exploited() || other.exploited(),
        kept.excluded(),
        kept.place());
  }

  private static RankedVulnerability ranked(
      Vulnerability found, ReachFacts facts, Exploitation exploitation) {
    var catalogued = exploitation.catalogued(found);
    boolean exploited = found.exploited() || catalogued.isPresent();
    return new RankedVulnerability(
        found,
        exploited,
        catalogued,
        exploitation.likelihood(found),
        Urgency.of(facts.reach(), found.severity(), exploited));
  }
}
