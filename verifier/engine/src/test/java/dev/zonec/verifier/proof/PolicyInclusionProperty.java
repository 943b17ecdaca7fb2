package dev.zonec.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.Rule;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.random.RandomCase;
import dev.zonec.verifier.random.RandomConnection;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Semantics;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/** If policies plainly admit no more than others, the semantics says the same of connections. */
final class PolicyInclusionProperty {
  private static final int EDITS = 10;
  private static final int CONNECTIONS = 40;

  private static int included;
  private static int notIncluded;

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void aConnectionIsAdmittedByTheGreaterPolicies(@ForAll long seed) {
    RandomCase given = new RandomCase(seed, false);
    Random random = new Random(seed);
    World world = given.world();
    ZoneProgram program = given.program();
    List<Policy> others = new RandomCase(seed + 1000, false).world().policies();
    List<Policy> policies = world.policies();
    for (int i = 0; i < EDITS; i++) {
      List<Policy> edited = edited(policies, others, random);
      World some = world.withPolicies(edited);
      World greater = world.withPolicies(policies);
      for (Reading reading : List.of(given.reading(), Reading.MUST)) {
        Semantics lesserSide = new Semantics(some, reading, program.cluster());
        Semantics greaterSide = new Semantics(greater, reading, program.cluster());
        for (int c = 0; c < CONNECTIONS; c++) {
          Connection connection = RandomConnection.of(given, world);
          for (Direction direction : Direction.values()) {
            check(direction, connection, lesserSide, greaterSide, some, greater);
          }
        }
      }
      policies = edited;
    }
  }

  private static void check(
      Direction direction,
      Connection connection,
      Semantics lesserSide,
      Semantics greaterSide,
      World lesser,
      World greater) {
    Endpoint end = direction == Direction.EGRESS ? connection.source() : connection.destination();
    if (!(end instanceof Endpoint.Pod pod)
        || !(lesserSide.decide(connection) instanceof Decision.Judged before)
        || !(greaterSide.decide(connection) instanceof Decision.Judged after)) {
      return;
    }
    if (!PolicyInclusion.admitsNoMore(
        direction, in(pod, lesser), in(pod, greater), greater.clusterPolicies())) {
      notIncluded++;
      return;
    }
    boolean isEgress = direction == Direction.EGRESS;
    boolean admitted = (isEgress ? before.egress() : before.ingress()).admits();
    boolean expected = (isEgress ? after.egress() : after.ingress()).admits();
    assertThat(admitted && !expected)
        .as("%s %s: %s in %s", direction, connection, lesser.policies(), greater.policies())
        .isFalse();
    included += lesser.policies().equals(greater.policies()) ? 0 : 1;
  }

  private static List<Policy> in(Endpoint.Pod pod, World world) {
    return world.policies().stream()
        .filter(policy -> policy.namespace().equals(pod.namespace().name()))
        .toList();
  }

  /** Takes something away, adds something, or writes the same in another way. */
  private static List<Policy> edited(List<Policy> policies, List<Policy> others, Random random) {
    List<Policy> edited = new ArrayList<>(policies);
    if (edited.isEmpty() || random.nextInt(6) == 0) {
      edited.addAll(others.stream().limit(1 + random.nextInt(2)).toList());
    } else {
      int at = random.nextInt(edited.size());
      Policy policy = edited.remove(at);
      if (random.nextInt(6) > 0) {
        List<Direction> directions = List.copyOf(policy.directions());
        Direction direction = directions.get(random.nextInt(directions.size()));
        edited.add(policy.withRules(direction, rules(policy.rules(direction), others, random)));
      }
    }
    return edited.stream().sorted(Policy.ORDER).toList();
  }

  private static List<Rule> rules(List<Rule> rules, List<Policy> others, Random random) {
    List<Rule> edited = new ArrayList<>(rules);
    if (edited.isEmpty() || random.nextInt(4) == 0) {
      others.forEach(policy -> edited.addAll(policy.ingress()));
      return edited;
    }
    int at = random.nextInt(edited.size());
    Rule rule = edited.get(at);
    switch (random.nextInt(4)) {
      case 0 -> edited.remove(at);
      case 1 -> edited.set(at, new Rule(rule.peers(), fewer(rule.ports(), random), rule.span()));
      case 2 -> edited.set(at, new Rule(fewer(rule.peers(), random), rule.ports(), rule.span()));
      default ->
          rule.peers()
              .forEach(peer -> edited.add(new Rule(List.of(peer), rule.ports(), rule.span())));
    }
    return edited;
  }

  /** Removes an item. Without items, a rule admits everything. */
  private static <T> List<T> fewer(List<T> items, Random random) {
    List<T> fewer = new ArrayList<>(items);
    if (!fewer.isEmpty()) {
      fewer.remove(random.nextInt(fewer.size()));
    }
    return fewer;
  }

  /** Checks that both results occur, because otherwise the property would say little. */
  @AfterContainer
  static void bothResultsOccur() {
    assertThat(included).isPositive();
    assertThat(notIncluded).isPositive();
  }
}
