package dev.zonec.tests.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.world.ContainerImage;
import dev.zonec.kubernetes.world.Inventory;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.risk.exploit.KnownExploited;
import dev.zonec.risk.join.Joining;
import dev.zonec.risk.join.RunningImage;
import dev.zonec.risk.rank.Exploitation;
import dev.zonec.risk.rank.RankedVulnerability;
import dev.zonec.risk.rank.Ranking;
import dev.zonec.risk.rank.Reach;
import dev.zonec.risk.rank.ReachFacts;
import dev.zonec.risk.rank.RiskRow;
import dev.zonec.risk.vex.VexStatements;
import dev.zonec.risk.vulnerability.AffectedPackage;
import dev.zonec.risk.vulnerability.ReportPlace;
import dev.zonec.risk.vulnerability.Scan;
import dev.zonec.risk.vulnerability.ScanTarget;
import dev.zonec.risk.vulnerability.Vulnerability;
import dev.zonec.risk.vulnerability.VulnerabilitySeverity;
import dev.zonec.risk.vulnerability.WorkloadName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The order of work is a total order that does not depend on the order of the inputs, and each scan
 * is either joined or listed.
 */
final class RankingProperty {
  private static final Span SPAN = new Span(new SourceText("k8s.yaml", "image"), 0, 5);

  @Property(tries = 300)
  void theOrderOfInputsDoesNotMatter(@ForAll long seed) {
    Random random = new Random(seed);
    List<RunningImage> images = images(random);
    List<Scan> scans = scans(random);
    Map<String, ReachFacts> facts = new HashMap<>();
    images.forEach(each -> facts.put(each.workload().label(), facts(random)));
    Ranking first = ranking(images, scans, facts);
    Joining joining = Joining.of(images, scans);

    List<Scan> joined =
        joining.joined().stream().flatMap(each -> each.scans().stream()).distinct().toList();
    List<Scan> all = new ArrayList<>(joined);
    joining.unjoined().forEach(each -> all.add(each.scan()));
    assertThat(all).containsExactlyInAnyOrderElementsOf(scans);
    assertThat(new HashSet<>(joined))
        .doesNotContainAnyElementsOf(
            joining.unjoined().stream().map(Joining.Unjoined::scan).toList().isEmpty()
                ? List.of(scan(random, 999))
                : joining.unjoined().stream().map(Joining.Unjoined::scan).toList());
    assertThat(joining.joined().size() + joining.unscanned().size()).isEqualTo(images.size());

    List<RiskRow> rows = first.rows();
    for (int i = 0; i + 1 < rows.size(); i++) {
      assertThat(RiskRow.ORDER.compare(rows.get(i), rows.get(i + 1))).isNegative();
    }
    for (RiskRow row : rows) {
      List<RankedVulnerability> found = row.vulnerabilities();
      for (int i = 0; i + 1 < found.size(); i++) {
        assertThat(RankedVulnerability.ORDER.compare(found.get(i), found.get(i + 1))).isNegative();
      }
    }
    List<RunningImage> otherImages = new ArrayList<>(images);
    List<Scan> otherScans = new ArrayList<>(scans);
    Collections.shuffle(otherImages, random);
    Collections.shuffle(otherScans, random);
    assertThat(ranking(otherImages, otherScans, facts).rows()).isEqualTo(rows);
  }

  private static Ranking ranking(
      List<RunningImage> images, List<Scan> scans, Map<String, ReachFacts> facts) {
    Exploitation exploitation =
        new Exploitation(
            Map.of(
                "CVE-2026-0001",
                new KnownExploited("CVE-2026-0001", "", "", false, new ReportPlace("kev", 1))),
            Map.of("CVE-2026-0002", 0.5, "CVE-2026-0003", 0.25));
    return Ranking.of(
        Joining.of(images, scans),
        new VexStatements(List.of()),
        exploitation,
        workload -> facts.getOrDefault(workload.label(), new ReachFacts(Reach.NOTHING, 0, 0, 0)));
  }

  private static ReachFacts facts(Random random) {
    return new ReachFacts(
        Reach.values()[random.nextInt(Reach.values().length)],
        random.nextInt(3),
        random.nextInt(2),
        random.nextInt(2));
  }

  private static List<RunningImage> images(Random random) {
    List<Inventory.WorkloadImages> all = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(5); i++) {
      Namespace namespace = Namespace.declared("n" + i % 2, Map.of());
      Endpoint.Pod pod =
          new Endpoint.Pod(namespace, "w" + i, Map.of(), List.of(), false, "", List.of());
      List<ContainerImage> images = new ArrayList<>();
      for (int c = 0; c < 1 + random.nextInt(2); c++) {
        TreeSet<String> ids = new TreeSet<>();
        if (random.nextBoolean()) {
          ids.add("registry.example/i@" + digest(random.nextInt(3)));
        }
        images.add(new ContainerImage("c" + c, "i" + random.nextInt(3) + ":1", ids, SPAN));
      }
      all.add(new Inventory.WorkloadImages(new Workload(pod, "Deployment", "w" + i, SPAN), images));
    }
    return RunningImage.of(new Inventory(List.of(), Map.of(), all));
  }

  private static String digest(int number) {
    return "sha256:" + String.valueOf(number).repeat(64);
  }

  private static List<Scan> scans(Random random) {
    List<Scan> scans = new ArrayList<>();
    for (int i = 0; i < random.nextInt(7); i++) {
      scans.add(scan(random, i));
    }
    return scans;
  }

  private static Scan scan(Random random, int number) {
    ScanTarget.Draft target = new ScanTarget.Draft();
    target.name("scan " + number);
    if (random.nextBoolean()) {
      target.reference("i" + random.nextInt(5) + ":1");
    }
    if (random.nextBoolean()) {
      target.digest(digest(random.nextInt(5)));
    }
    if (random.nextInt(4) == 0) {
      target.workload(new WorkloadName("Deployment", "n0", "w" + random.nextInt(6)), "");
    }
    if (random.nextInt(6) == 0) {
      target.notAnImage("a file system");
    }
    List<Vulnerability> found = new ArrayList<>();
    for (int v = 0; v < random.nextInt(6); v++) {
      found.add(
          new Vulnerability(
              "CVE-2026-000" + random.nextInt(5),
              new TreeSet<>(),
              new AffectedPackage(
                  "p" + random.nextInt(2), "", "1", random.nextBoolean() ? "2" : ""),
              VulnerabilitySeverity.values()[random.nextInt(VulnerabilitySeverity.values().length)],
              "",
              random.nextBoolean() ? OptionalDouble.of(random.nextInt(11)) : OptionalDouble.empty(),
              "",
              OptionalDouble.empty(),
              random.nextInt(8) == 0,
              "",
              new ReportPlace("report " + number, v + 1)));
    }
    return new Scan(target.target(), found, new ReportPlace("report " + number, 1));
  }
}
