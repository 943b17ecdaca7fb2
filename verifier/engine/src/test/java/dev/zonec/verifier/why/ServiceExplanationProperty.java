package dev.zonec.verifier.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Defaults;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.query.Answer;
import dev.zonec.verifier.query.AnswerEnd;
import dev.zonec.verifier.query.OpenPorts;
import dev.zonec.verifier.query.PortDecision;
import dev.zonec.verifier.query.QueryEngine;
import dev.zonec.verifier.random.RandomCase;
import dev.zonec.verifier.random.RandomServices;
import dev.zonec.verifier.random.RandomWorld;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Connections through Services, Ingresses and routes are allowed in explanations if and only if
 * they are in the answers of queries. After a proposed change is made, the answers contain the
 * connection that it should allow.
 */
final class ServiceExplanationProperty {
  private static final Span SPAN = RandomCase.SPAN;

  /** The first, last and neighbouring ports of the ranges in random policies and Services. */
  private static final List<Integer> PORTS =
      List.of(1, 53, 79, 80, 81, 84, 85, 86, 89, 90, 91, 98, 99, 100, 443, 65535);

  private static final Map<String, Integer> SEEN = new TreeMap<>();

  @AfterContainer
  static void allCasesOccurred() {
    for (String kind : List.of("service", "outside", "ingress")) {
      assertThat(SEEN.getOrDefault(kind + " allowed", 0)).as(kind).isGreaterThan(20);
      assertThat(SEEN.getOrDefault(kind + " denied", 0)).as(kind).isGreaterThan(20);
    }
    // No rule can select the pods of an unknown controller, so changes for them are rare.
    for (String kind : List.of("service", "outside")) {
      assertThat(SEEN.getOrDefault(kind + " changed", 0)).as(kind).isGreaterThan(5);
    }
  }

  @Property(tries = 300)
  void explanationsOfServicesAgreeWithAnswers(@ForAll long seed) {
    RandomWorld random = new RandomWorld(seed);
    World world = new RandomServices(random).in(random.world());
    Asked asked = new Asked(world, program(random), random.reading());
    for (ServiceEntry service : world.services()) {
      Query.End to = new Query.End.OfService(service.namespace(), service.name(), SPAN);
      Workload workload = random.oneOf(world.workloads());
      asked.agree(
          "service",
          new Query.End.OfWorkload(workload.pod().namespace().name(), workload.name(), SPAN),
          to);
      Cidr outside = Cidr.of(random.oneOf(List.of("203.0.113.5/32", "2001:db8::5/128")));
      asked.agree("outside", new Query.End.OfAddresses(new IpBlock(outside, List.of()), SPAN), to);
    }
    for (Workload workload : world.workloads()) {
      asked.agree(
          "ingress",
          new Query.End.Entrances(SPAN),
          new Query.End.OfWorkload(workload.pod().namespace().name(), workload.name(), SPAN));
    }
  }

  private static ZoneProgram program(RandomWorld random) {
    return new ZoneProgram(
        "m",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Defaults.STANDARD,
        random.cluster(),
        false);
  }

  private record Asked(World world, ZoneProgram program, Reading reading) {
    void agree(String kind, Query.End from, Query.End to) {
      Query query = new Query(from, false, to, new Service.Anything(), Query.Route.ANY);
      Set<String> allowed = new TreeSet<>();
      Set<String> denied = new TreeSet<>();
      Set<String> answered = calls(world, query);
      for (Explanation explanation : new WhyEngine(world, program, reading).explain(query)) {
        switch (explanation) {
          case Explanation.NotConnected nothing -> {}
          case Explanation.Allowed(PortDecision connections) -> allowed.addAll(calls(connections));
          case Explanation.Denied(
                  PortDecision connections,
                  var blockers,
                  var scope,
                  Remedy remedy) -> {
            assertThat(blockers).isNotEmpty();
            denied.addAll(calls(connections));
            if (remedy instanceof Remedy.Changes(List<Change> changes)) {
              World changed = world;
              for (Change change : changes) {
                changed = change.applyTo(changed);
              }
              count(kind + " changed", 1);
              assertThat(calls(changed, query))
                  .as("%s after %s: %s", query, changes, this)
                  .containsAll(calls(connections.to(), scope.ports()));
            }
          }
        }
      }
      count(kind + " allowed", allowed.size());
      count(kind + " denied", denied.size());
      assertThat(allowed).as("%s: %s", query, this).isEqualTo(answered);
      assertThat(denied).as("%s: %s", query, this).noneMatch(answered::contains);
    }

    private Set<String> calls(World of, Query query) {
      Set<String> calls = new TreeSet<>();
      switch (new QueryEngine(of, program, reading).answer(query, 1)) {
        case Answer.ThroughService(var rows) ->
            rows.forEach(row -> calls.addAll(calls(row.to(), row.targets())));
        case Answer.Connections(var rows) ->
            rows.forEach(row -> calls.addAll(calls(row.to(), row.ports())));
        case Answer other -> throw new AssertionError(other);
      }
      return calls;
    }

    private static Set<String> calls(PortDecision connections) {
      return calls(connections.to(), connections.ports());
    }

    private static Set<String> calls(AnswerEnd to, OpenPorts ports) {
      Set<String> calls = new TreeSet<>();
      ports
          .ranges()
          .forEach(
              (protocol, ranges) ->
                  PORTS.stream()
                      .filter(ranges::contains)
                      .forEach(port -> calls.add(to.label() + " " + protocol + "/" + port)));
      return calls;
    }

    private static void count(String what, int number) {
      SEEN.merge(what, number, Integer::sum);
    }
  }
}
