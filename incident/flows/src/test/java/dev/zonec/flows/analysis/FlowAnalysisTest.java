package dev.zonec.flows.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.flows.FlowWorlds;
import dev.zonec.flows.attribution.Attribution;
import dev.zonec.flows.attribution.Doubt;
import dev.zonec.flows.judgement.Judge;
import dev.zonec.flows.observed.EndKind;
import dev.zonec.flows.observed.LogFormat;
import dev.zonec.flows.observed.ObservedEnd;
import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.observed.Orientation;
import dev.zonec.flows.observed.Outcome;
import dev.zonec.flows.observed.RecordPlace;
import dev.zonec.flows.rule.Row;
import dev.zonec.flows.rule.RowKind;
import dev.zonec.flows.rule.Thresholds;
import dev.zonec.flows.threat.ThreatLists;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Nothing is lost when there is no room for names, and the order of logs does not matter. */
final class FlowAnalysisTest {
  private static final Limits SMALL = new Limits(100, 50, 3_000, 20);

  private static final World WORLD =
      FlowWorlds.of(
          """
          apiVersion: v1
          kind: Pod
          metadata: {name: web, namespace: shop, labels: {app: web}}
          spec: {containers: [{name: c, image: i}]}
          status: {podIP: 10.244.1.10}
          """);

  private static FlowAnalysis analysis(Limits limits) {
    Attribution attribution = new Attribution(WORLD, FlowWorlds.CLUSTER, List.of());
    return new FlowAnalysis(
        attribution,
        new Judge(WORLD, FlowWorlds.PROGRAM, false, Reading.MAY, attribution, true),
        ThreatLists.NONE,
        Thresholds.STANDARD,
        limits,
        (row, first) -> {});
  }

  private static ObservedFlow flow(
      ObservedEnd from, ObservedEnd to, int port, Outcome outcome, long at, long number) {
    return new ObservedFlow(
        LogFormat.ZEEK,
        from,
        to,
        "tcp",
        40_000,
        port,
        outcome,
        Orientation.OPENING,
        at,
        at,
        1,
        1,
        40,
        new RecordPlace("a.log", number),
        () -> "record " + number);
  }

  private static long count(FlowAnalysis analysis) {
    return analysis.rows().stream()
        .filter(row -> row.key().kind().ofRecords())
        .mapToLong(Row::count)
        .sum();
  }

  @Test
  void aSourceWithoutRoomKeepsItsDoubt() {
    FlowAnalysis analysis = analysis(SMALL);
    int number = 2_000;
    for (int i = 0; i < number; i++) {
      // A pod that no manifest shows, to the outside: nothing is known about it.
      String address = "10.244." + (2 + i / 250) + "." + i % 250;
      analysis.flow(
          flow(ObservedEnd.at(address), ObservedEnd.at("203.0.113.9"), 443, Outcome.PASSED, i, i));
    }
    List<Row> rows = analysis.rows().stream().filter(row -> row.key().kind().ofRecords()).toList();
    assertThat(rows).allMatch(row -> row.key().kind() == RowKind.DOUBTFUL);
    assertThat(rows).allMatch(row -> row.key().doubt() == Doubt.UNKNOWN_ADDRESS);
    assertThat(rows).hasSizeLessThanOrEqualTo(SMALL.otherRows() + 1);
    assertThat(count(analysis)).isEqualTo(number);
    assertThat(analysis.shortage().sharedRecords()).isEqualTo(number - SMALL.otherRows());
    // Many sources together are no source that connects to many ends.
    assertThat(analysis.rows()).noneMatch(row -> row.key().kind() == RowKind.FAN_OUT);
  }

  @Test
  void memoryIsBoundedWhateverTheLogsShow() {
    FlowAnalysis analysis = analysis(SMALL);
    Random random = new Random(5);
    int number = 100_000;
    for (int i = 0; i < number; i++) {
      ObservedEnd from =
          switch (random.nextInt(4)) {
            case 0 -> ObservedEnd.at("10.244.1.10");
            case 1 -> ObservedEnd.at("198.51." + random.nextInt(256) + "." + random.nextInt(256));
            case 2 ->
                new ObservedEnd(EndKind.POD, "", "ns" + random.nextInt(), "pod" + i, "", List.of());
            default -> ObservedEnd.at("10.244.7." + random.nextInt(256));
          };
      ObservedEnd to = ObservedEnd.at("203.0." + random.nextInt(256) + "." + random.nextInt(256));
      Outcome outcome = Outcome.values()[random.nextInt(Outcome.values().length)];
      analysis.flow(flow(from, to, 1 + random.nextInt(65_535), outcome, i * 10L, i));
    }
    assertThat(count(analysis)).isEqualTo(number);
    // Shared rows differ in kinds, doubts and outcomes only.
    assertThat(analysis.rows()).hasSizeLessThan(100 + 50 + 20 + 200);
    assertThat(analysis.remembered()).isLessThan(SMALL.behaviourUnits() + 200_000);
    Shortage shortage = analysis.shortage();
    assertThat(shortage.sharedRecords()).isGreaterThan(number / 2);
    assertThat(shortage.forgottenSources()).isPositive();
  }

  @Test
  void aLateSourceIsSearchedForFanOuts() {
    FlowAnalysis analysis = analysis(SMALL);
    for (int i = 0; i < 5_000; i++) {
      String address = "198.51." + i / 250 + "." + i % 250;
      analysis.flow(
          flow(ObservedEnd.at(address), ObservedEnd.at("10.244.1.10"), 80, Outcome.PASSED, i, i));
    }
    for (int i = 0; i < 30; i++) {
      analysis.flow(
          flow(
              ObservedEnd.at("198.51.100.77"),
              ObservedEnd.at("10.244.1.10"),
              1000 + i,
              Outcome.SENT,
              6_000 + i,
              i));
    }
    assertThat(analysis.rows())
        .filteredOn(row -> row.key().kind() == RowKind.FAN_OUT)
        .singleElement()
        .satisfies(row -> assertThat(row.key().from().name()).isEqualTo("198.51.100.77"));
  }

  @Test
  void theOrderOfRecordsDoesNotMatter() {
    List<ObservedFlow> flows = new ArrayList<>();
    Random random = new Random(9);
    for (int i = 0; i < 500; i++) {
      // The same pod with and without labels that contradict: equal names, different doubts.
      ObservedEnd from =
          new ObservedEnd(
              EndKind.POD,
              "",
              "shop",
              "web",
              "",
              random.nextBoolean() ? List.of("app=web") : List.of("app=evil"));
      flows.add(
          flow(
              from,
              ObservedEnd.at("203.0.113." + random.nextInt(4)),
              random.nextInt(3),
              random.nextBoolean() ? Outcome.LOST : Outcome.PASSED,
              random.nextInt(50),
              i));
    }
    List<Row> expected = List.of();
    for (int seed = 0; seed < 10; seed++) {
      Collections.shuffle(flows, new Random(seed));
      FlowAnalysis analysis = analysis(Limits.STANDARD);
      flows.forEach(analysis::flow);
      List<Row> rows =
          analysis.rows().stream().filter(row -> row.key().kind().ofRecords()).toList();
      if (seed > 0) {
        assertThat(rows).isEqualTo(expected);
      }
      expected = rows;
    }
    assertThat(expected).hasSizeGreaterThan(10);
  }
}
