package dev.zonec.flows.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.InputPath;
import dev.zonec.flows.FlowWorlds;
import dev.zonec.flows.attribution.Attribution;
import dev.zonec.flows.attribution.FlowEnd;
import dev.zonec.flows.judgement.Judge;
import dev.zonec.flows.observed.EndKind;
import dev.zonec.flows.observed.LogFormat;
import dev.zonec.flows.observed.ObservedEnd;
import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.observed.Orientation;
import dev.zonec.flows.observed.Outcome;
import dev.zonec.flows.observed.RecordPlace;
import dev.zonec.flows.rule.FlowRules;
import dev.zonec.flows.rule.Row;
import dev.zonec.flows.rule.RowRoom;
import dev.zonec.flows.rule.SourceState;
import dev.zonec.flows.rule.Thresholds;
import dev.zonec.flows.threat.ThreatLists;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.net.IpAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * An analysis that remembers ends, judgements and rows finds what an analysis finds that attributes
 * and judges each flow anew, in the same order.
 */
final class RepeatedFlowsProperty {
  private static final World WORLD =
      FlowWorlds.of(
          """
          apiVersion: v1
          kind: Pod
          metadata: {name: web, namespace: shop, labels: {app: web}}
          spec: {containers: [{name: c, image: i}]}
          status: {podIP: 10.244.1.10}
          ---
          apiVersion: v1
          kind: Pod
          metadata: {name: db, namespace: shop, labels: {app: db}}
          spec: {containers: [{name: c, image: i}]}
          status: {podIP: 10.244.1.11}
          ---
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: {name: db, namespace: shop}
          spec:
            podSelector: {matchLabels: {app: db}}
            policyTypes: [Ingress]
            ingress:
            - from: [{podSelector: {matchLabels: {tier: front}}}]
              ports: [{port: 443}]
          """);

  private static final Thresholds LOW =
      new Thresholds(
          3, Duration.ofMinutes(5), 3, 0.5, Duration.ofHours(24), 20, 200, Duration.ofMinutes(1));

  private static final ThreatLists THREATS = threats();

  private static ThreatLists threats() {
    try {
      Path list = Files.createTempFile("threats", ".json");
      Files.writeString(
          list,
          """
          {"type": "bundle", "id": "bundle--1", "objects": [{"type": "indicator",
            "pattern_type": "stix", "pattern": "[ipv4-addr:value = '203.0.113.9']",
            "valid_from": "1970-01-01T00:10:00Z", "valid_until": "1970-01-01T00:20:00Z"}]}
          """);
      ThreatLists read = ThreatLists.read(List.of(InputPath.of(list.toString())));
      Files.delete(list);
      return read;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static final List<ObservedEnd> ENDS =
      List.of(
          ObservedEnd.at("10.244.1.10"),
          ObservedEnd.at("10.244.1.11"),
          ObservedEnd.at("10.244.1.99"),
          ObservedEnd.at("203.0.113.9"),
          ObservedEnd.at("203.0.113.10"),
          ObservedEnd.of(EndKind.OUTSIDE, "203.0.113.9"),
          ObservedEnd.of(EndKind.HOST, "10.0.0.7"),
          pod("web", List.of("k8s:app=web")),
          // Labels by which a policy tells the pod apart, and other values of its labels.
          pod("web", List.of("k8s:app=web", "k8s:tier=front")),
          pod("web", List.of("k8s:app=other")),
          pod("db", List.of()));

  private static ObservedEnd pod(String name, List<String> labels) {
    return new ObservedEnd(EndKind.POD, "10.244.1.10", "shop", name, "", labels);
  }

  private static ObservedFlow flow(Random random, long number) {
    ObservedEnd from = ENDS.get(random.nextInt(ENDS.size()));
    ObservedEnd to = ENDS.get(random.nextInt(ENDS.size()));
    long start = random.nextInt(20) == 0 ? -1 : random.nextInt(2_000_000);
    return new ObservedFlow(
        random.nextBoolean() ? LogFormat.ZEEK : LogFormat.AWS,
        copy(from),
        copy(to),
        List.of("tcp", "udp", "icmp", "unknown protocol").get(random.nextInt(4)),
        List.of(0, 80, 443, 40_000).get(random.nextInt(4)),
        List.of(0, 80, 443).get(random.nextInt(3)),
        Outcome.values()[random.nextInt(Outcome.values().length)],
        random.nextInt(3) == 0 ? Orientation.UNKNOWN : Orientation.OPENING,
        start,
        start < 0 ? -1 : start + random.nextInt(1000),
        random.nextInt(2),
        random.nextInt(30),
        random.nextInt(3_000),
        new RecordPlace("a.log", number),
        () -> "record " + number);
  }

  /** Returns an equal end that is another object, as readers give them. */
  private static ObservedEnd copy(ObservedEnd end) {
    return new ObservedEnd(
        end.kind(), end.address(), end.namespace(), end.pod(), end.controller(), end.labels());
  }

  private static Judge judge(Attribution attribution) {
    return new Judge(WORLD, FlowWorlds.PROGRAM, true, Reading.MAY, attribution, true);
  }

  /** Keeps the states of the sources, and remembers nothing else. */
  private static final class Plain {
    private final Map<String, SourceState> states = new LinkedHashMap<>();
    private final RowRoom room;
    private final List<String> found;

    private Plain(RowRoom room, List<String> found) {
      this.room = room;
      this.found = found;
    }

    private void flow(ObservedFlow flow) {
      Attribution attribution = new Attribution(WORLD, FlowWorlds.CLUSTER, List.of());
      FlowEnd from = attribution.of(flow.from());
      FlowEnd to = attribution.of(flow.to());
      new FlowRules(LOW)
          .add(
              new FlowRules.Known(
                  flow,
                  from,
                  to,
                  judge(attribution)
                      .of(
                          from,
                          to,
                          flow.protocol(),
                          flow.fromPort(),
                          flow.toPort(),
                          flow.orientation()),
                  listed(to, flow.start()).or(() -> listed(from, flow.start()))),
              states.computeIfAbsent(
                  FlowRules.source(flow, from, to).name(), name -> new SourceState()),
              room,
              (row, first) -> found.add(first + " " + row));
    }

    private static Optional<String> listed(FlowEnd end, long at) {
      return end.kind() == FlowEnd.Kind.OUTSIDE || end.kind() == FlowEnd.Kind.UNKNOWN
          ? IpAddress.parse(end.address())
              .flatMap(address -> THREATS.find(address, at))
              .map(entry -> end.name() + " is " + entry)
          : Optional.empty();
    }

    private List<Row> rows() {
      List<Row> all = new ArrayList<>();
      states.values().forEach(state -> all.addAll(state.rows()));
      all.addAll(room.shared());
      return all;
    }
  }

  @Property(tries = 60)
  void nothingDependsOnWhatIsRemembered(@ForAll long seed) {
    Random random = new Random(seed);
    int most = random.nextInt(3) == 0 ? 5 : 1_000;
    List<String> found = new ArrayList<>();
    Attribution attribution = new Attribution(WORLD, FlowWorlds.CLUSTER, List.of());
    FlowAnalysis analysis =
        new FlowAnalysis(
            attribution,
            judge(attribution),
            THREATS,
            LOW,
            new Limits(most, most, 1_000_000, 10_000),
            (row, first) -> found.add(first + " " + row));
    List<String> expected = new ArrayList<>();
    Plain plain = new Plain(new RowRoom(most, most), expected);
    for (int i = 0; i < 400; i++) {
      ObservedFlow flow = flow(random, i);
      analysis.flow(flow);
      plain.flow(flow);
    }
    assertThat(found).isEqualTo(expected);
    assertThat(analysis.rows().stream().filter(row -> !row.key().kind().behaviour()).toList())
        .containsExactlyInAnyOrderElementsOf(plain.rows());
  }
}
