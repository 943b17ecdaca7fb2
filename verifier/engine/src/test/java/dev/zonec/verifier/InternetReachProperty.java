package dev.zonec.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.diagnostics.deadline.Bounded;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Defaults;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.query.Answer;
import dev.zonec.verifier.query.CutSearch;
import dev.zonec.verifier.query.InternetPath;
import dev.zonec.verifier.query.InternetReach;
import dev.zonec.verifier.query.QueryEngine;
import dev.zonec.verifier.random.RandomWorld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * What the internet reaches, and what workloads reach, are the answers of {@code query}; the rule
 * to close leaves no path, and if none is named, no removal of a single rule does.
 */
final class InternetReachProperty {
  private static final SourceText TEXT = new SourceText("rules", "x".repeat(1000));
  private static final Span SPAN = new Span(TEXT, 0, 1);

  private static final Party INTERNET =
      new Party.Addresses(
          "internet",
          List.of(
              new IpBlock(Cidr.of("203.0.113.0/24"), List.of()),
              new IpBlock(Cidr.of("8.8.8.8/32"), List.of()),
              new IpBlock(Cidr.of("2600::/16"), List.of())),
          false,
          SPAN);

  private int next;

  @Property(tries = 150)
  void reachIsTheAnswerOfQuery(@ForAll long seed) {
    assertThat(
            Bounded.by(
                () -> Deadline.in(Duration.ofSeconds(60)),
                () -> {
                  check(seed);
                  return true;
                }))
        .as("in time")
        .isPresent();
  }

  private void check(long seed) {
    RandomWorld random = new RandomWorld(seed);
    World world = numbered(random.world());
    ZoneProgram program = program(random.cluster());
    Reading reading = Reading.MAY;
    Query.End from = new Query.End.OfParty(INTERNET, SPAN);
    Query.End anywhere = new Query.End.Anywhere(SPAN);
    QueryEngine engine = new QueryEngine(world, program, reading);
    InternetReach reach = engine.internetReach(from);
    Map<Endpoint, Integer> hops = new TreeMap<>(Comparator.comparing(Endpoint::toString));
    for (Answer.Path path : paths(engine, from, anywhere)) {
      hops.merge(path.hops().getLast().to().endpoint(), path.hops().size(), Math::min);
    }
    for (int i = 0; i < world.workloads().size(); i++) {
      Endpoint pod = reach.workloads().get(i).pod();
      assertThat(reach.isExposed(i)).isFalse();
      assertThat(reach.isAdmitted(i)).as("%s", pod).isEqualTo(hops.containsKey(pod));
      assertThat(reach.hops(i)).as("%s", pod).isEqualTo(hops.getOrDefault(pod, 0));
      int expected = reach.hops(i);
      assertThat(reach.path(i).map(InternetPath::hops).map(List::size).orElse(0))
          .isEqualTo(expected);
    }
    List<BitSet> reached = new ArrayList<>();
    world.workloads().forEach(each -> reached.add(new BitSet()));
    for (Answer.Path path : paths(engine, anywhere, anywhere)) {
      int one = number(reach, path.hops().getFirst().from().endpoint());
      int other = number(reach, path.hops().getLast().to().endpoint());
      if (one >= 0 && other >= 0) {
        reached.get(one).set(other);
      }
    }
    for (int i = 0; i < reached.size(); i++) {
      assertThat(reach.reached(i)).as("from %s", i).isEqualTo(reached.get(i));
      for (int j = 0; j < reached.size(); j++) {
        assertThat(reach.reaching(j).get(i)).isEqualTo(reached.get(i).get(j));
      }
    }
    cuts(world, program, reading, from, reach);
  }

  private static int number(InternetReach reach, Endpoint end) {
    for (int i = 0; i < reach.workloads().size(); i++) {
      if (reach.workloads().get(i).pod().equals(end)) {
        return i;
      }
    }
    return -1;
  }

  private static void cuts(
      World world, ZoneProgram program, Reading reading, Query.End from, InternetReach reach) {
    List<Integer> reachable = new ArrayList<>();
    for (int i = 0; i < world.workloads().size(); i++) {
      if (reach.isAdmitted(i)) {
        reachable.add(i);
      }
    }
    Map<Integer, CutSearch.Result> results =
        new CutSearch(world, program, reading, from).of(reach, reachable);
    assertThat(results.keySet()).containsExactlyElementsOf(reachable);
    List<World> removals = removals(world);
    results.forEach(
        (number, result) -> {
          boolean cut =
              removals.stream()
                  .anyMatch(
                      other ->
                          !new QueryEngine(other, program, reading)
                              .internetReach(from)
                              .isAdmitted(number));
          switch (result) {
            case CutSearch.Result.Closed closed -> assertThat(cut).isTrue();
            case CutSearch.Result.NoSingleRule none -> assertThat(cut).isFalse();
            case CutSearch.Result.NotTried open -> {}
          }
        });
  }

  /** Returns the world without each of its rules. */
  private static List<World> removals(World world) {
    List<World> removals = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      for (int p = 0; p < world.policies().size(); p++) {
        Policy policy = world.policies().get(p);
        for (Rule rule : policy.rules(direction)) {
          List<Rule> rest = new ArrayList<>(policy.rules(direction));
          rest.remove(rule);
          List<Policy> policies = new ArrayList<>(world.policies());
          policies.set(p, policy.withRules(direction, rest));
          removals.add(world.withPolicies(policies));
        }
      }
      for (int p = 0; p < world.clusterPolicies().size(); p++) {
        ClusterPolicy policy = world.clusterPolicies().get(p);
        for (ClusterRule rule : policy.rules(direction)) {
          List<ClusterRule> rest = new ArrayList<>(policy.rules(direction));
          rest.remove(rule);
          List<ClusterPolicy> policies = new ArrayList<>(world.clusterPolicies());
          policies.set(p, policy.withRules(direction, rest));
          removals.add(world.withClusterPolicies(policies));
        }
      }
    }
    return removals;
  }

  private static List<Answer.Path> paths(QueryEngine engine, Query.End from, Query.End to) {
    Query query = new Query(from, true, to, new Service.Anything(), Query.Route.ANY);
    return ((Answer.Paths) engine.answer(query, 1)).paths();
  }

  /** Returns the world with a span of its own for each rule. */
  private World numbered(World world) {
    next = 1;
    List<Policy> policies = new ArrayList<>();
    for (Policy policy : world.policies()) {
      policies.add(policy.withRules(numbered(policy.ingress()), numbered(policy.egress())));
    }
    List<ClusterPolicy> cluster = new ArrayList<>();
    for (ClusterPolicy policy : world.clusterPolicies()) {
      cluster.add(
          policy
              .withRules(Direction.INGRESS, numberedRules(policy.ingress()))
              .withRules(Direction.EGRESS, numberedRules(policy.egress())));
    }
    return world.withPolicies(policies).withClusterPolicies(cluster);
  }

  private List<Rule> numbered(List<Rule> rules) {
    return rules.stream().map(rule -> new Rule(rule.peers(), rule.ports(), span())).toList();
  }

  private List<ClusterRule> numberedRules(List<ClusterRule> rules) {
    return rules.stream()
        .map(
            rule -> new ClusterRule(rule.name(), rule.action(), rule.peers(), rule.ports(), span()))
        .toList();
  }

  private Span span() {
    next++;
    return new Span(TEXT, next, next + 1);
  }

  private static ZoneProgram program(Cluster cluster) {
    return new ZoneProgram(
        "empty", List.of(), List.of(), List.of(), List.of(), Defaults.STANDARD, cluster, false);
  }
}
