package dev.zonec.flows.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.flows.FlowWorlds;
import dev.zonec.flows.attribution.Attribution;
import dev.zonec.flows.attribution.Doubt;
import dev.zonec.flows.attribution.FlowEnd;
import dev.zonec.flows.judgement.Judgement.Answer;
import dev.zonec.flows.observed.Orientation;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Defaults;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.semantics.Semantics;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No flow is called forbidden if a reading of some orientation allows it. */
final class JudgeTest {
  private static final Cluster CLUSTER = Cluster.UNDECLARED;

  private static String pod(String name, int number) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: %s, namespace: shop, labels: {app: %s}}
    spec: {containers: [{name: c, image: i}]}
    status: {podIP: 10.244.1.%d}
    ---
    """
        .formatted(name, name, number);
  }

  private static final World WORLD =
      FlowWorlds.of(
          pod("web", 1)
              + pod("db", 2)
              + pod("free", 3)
              + """
              apiVersion: networking.k8s.io/v1
              kind: NetworkPolicy
              metadata: {name: db, namespace: shop}
              spec:
                podSelector: {matchLabels: {app: db}}
                policyTypes: [Ingress, Egress]
                ingress:
                - from: [{podSelector: {matchLabels: {app: web}}}]
                  ports: [{port: 5432}]
                - from: [{ipBlock: {cidr: 10.244.1.3/32}}]
                  ports: [{port: 80}]
              ---
              apiVersion: networking.k8s.io/v1
              kind: NetworkPolicy
              metadata: {name: web, namespace: shop}
              spec:
                podSelector: {matchLabels: {app: web}}
                policyTypes: [Ingress]
                ingress: [{ports: [{port: 80}]}]
              """);

  private static final Attribution ATTRIBUTION = new Attribution(WORLD, CLUSTER, List.of());

  private static Judge judge(boolean policiesKnown) {
    ZoneProgram program =
        new ZoneProgram(
            "p", List.of(), List.of(), List.of(), List.of(), Defaults.STANDARD, CLUSTER, false);
    return new Judge(WORLD, program, false, Reading.MAY, ATTRIBUTION, policiesKnown);
  }

  private static boolean allowed(Endpoint from, Endpoint to, int port, boolean may) {
    Semantics semantics = new Semantics(WORLD, Reading.MAY.withPermissive(may), CLUSTER);
    return semantics
        .decide(new Connection(from, to, Family.IPV4, new Transport.Ported(Protocol.TCP, port)))
        .isAllowed();
  }

  private static List<FlowEnd> ends() {
    List<FlowEnd> ends = new ArrayList<>();
    WORLD.workloads().forEach(workload -> ends.add(Attribution.end(workload)));
    ends.add(new FlowEnd(FlowEnd.Kind.OUTSIDE, "203.0.113.9", "203.0.113.9", Doubt.NONE));
    return ends;
  }

  @Test
  void answersAreThoseOfTheSemantics() {
    Judge judge = judge(true);
    int forbidden = 0;
    int open = 0;
    for (FlowEnd one : ends()) {
      for (FlowEnd other : ends()) {
        Endpoint from = ATTRIBUTION.endpoint(one).orElseThrow();
        Endpoint to = ATTRIBUTION.endpoint(other).orElseThrow();
        if (one.equals(other)) {
          continue;
        }
        for (int port : new int[] {80, 5432, 9999}) {
          for (int back : new int[] {80, 40_000}) {
            Judgement known = judge.of(one, other, "tcp", back, port, Orientation.OPENING);
            boolean may = allowed(from, to, port, true);
            boolean must = allowed(from, to, port, false);
            assertThat(known.allowed())
                .isEqualTo(may ? must ? Answer.YES : Answer.OPEN : Answer.NO);
            Judgement either = judge.of(one, other, "tcp", back, port, Orientation.UNKNOWN);
            boolean mayBack = allowed(to, from, back, true);
            assertThat(either.allowed() == Answer.NO).isEqualTo(!may && !mayBack);
            if (may != mayBack) {
              assertThat(either.doubt()).isEqualTo(Doubt.ORIENTATION);
            }
            forbidden += either.allowed() == Answer.NO ? 1 : 0;
            open += may && !must ? 1 : 0;
          }
        }
      }
    }
    assertThat(forbidden).isPositive();
    assertThat(open).isPositive();
  }

  @Test
  void withoutAllPoliciesNothingIsCertain() {
    Judge judge = judge(false);
    for (FlowEnd one : ends()) {
      for (FlowEnd other : ends()) {
        assertThat(judge.of(one, other, "tcp", 40_000, 9999, Orientation.OPENING).allowed())
            .isEqualTo(Answer.OPEN);
      }
    }
  }

  @Test
  void protocolsWithoutPortsAreJudgedWhereAllReadingsAgree() {
    FlowEnd web = end("web");
    FlowEnd db = end("db");
    FlowEnd free = end("free");
    assertThat(judge(true).of(web, free, "icmp", 0, 0, Orientation.OPENING))
        .isEqualTo(new Judgement(Answer.OPEN, Answer.YES, Doubt.NONE));
    assertThat(judge(true).of(free, db, "gre", 0, 0, Orientation.OPENING).doubt())
        .isEqualTo(Doubt.UNNAMED_PROTOCOL);
  }

  private static FlowEnd end(String name) {
    return ends().stream()
        .filter(end -> end.name().equals("shop/" + name + " (Pod)"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void otherProtocolsAndUnknownPortsAreDoubts() {
    FlowEnd web = ends().get(0);
    FlowEnd db = ends().get(1);
    assertThat(judge(true).of(web, db, "icmp", 0, 0, Orientation.OPENING).doubt())
        .isEqualTo(Doubt.UNNAMED_PROTOCOL);
    assertThat(judge(true).of(web, db, "unknown protocol", 0, 0, Orientation.OPENING).doubt())
        .isEqualTo(Doubt.UNKNOWN_PROTOCOL);
    assertThat(judge(true).of(web, db, "ip-proto-99", 0, 0, Orientation.OPENING).doubt())
        .isEqualTo(Doubt.UNKNOWN_PROTOCOL);
    for (Doubt doubt : List.of(Doubt.UNNAMED_PROTOCOL, Doubt.UNKNOWN_PROTOCOL)) {
      assertThat(doubt.acceptable()).isTrue();
    }
    assertThat(judge(true).of(web, db, "tcp", 4000, 0, Orientation.OPENING).doubt())
        .isEqualTo(Doubt.NO_PORT);
  }
}
