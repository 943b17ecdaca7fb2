package dev.zonec.verifier.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.random.RandomCase;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Semantics;
import dev.zonec.verifier.semantics.SideDecision;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/**
 * Without the isolation by some policies, a side admits a connection if and only if no remaining
 * policy isolates the pod, or a rule of any policy admits it.
 */
final class RemainderProperty {
  @Property(tries = 1500)
  void rulesStayWithoutTheIsolation(@ForAll long seed) {
    RandomCase random = new RandomCase(seed, false);
    World world = random.world().withClusterPolicies(List.of());
    ZoneProgram program = random.program();
    Verification base =
        new Verification(
            world, program, Reading.MAY, Deadline.in(Duration.ofMinutes(1)), List.of());
    Random choices = new Random(seed);
    Set<Element> without = new LinkedHashSet<>();
    for (Element element :
        new Elements(base, new Claim.NoUndeclaredConnection(), List.of()).all()) {
      if (element instanceof Element.Isolation && choices.nextInt(100) < 60) {
        without.add(element);
      }
    }
    World left = new Remainder(base, without).verification().world();
    Connection connection =
        new Connection(
            random.endpoint("one"),
            random.endpoint("two"),
            random.oneOf(Family.values()),
            new Transport.Ported(random.oneOf(Protocol.values()), random.oneOf(80, 85, 443)));
    if (!(decide(left, connection)
        instanceof Decision.Judged(SideDecision egress, SideDecision ingress))) {
      return;
    }
    assertThat(egress.admits()).isEqualTo(admits(world, without, connection, Direction.EGRESS));
    assertThat(ingress.admits()).isEqualTo(admits(world, without, connection, Direction.INGRESS));
    Statistics.label("admitted by a rule of a policy that no longer isolates")
        .collect(byARuleThatStays(egress, without) || byARuleThatStays(ingress, without))
        .coverage(coverage -> coverage.check(true).count(count -> count > 0));
  }

  private static boolean byARuleThatStays(SideDecision side, Set<Element> without) {
    return side instanceof SideDecision.Admitted(var by)
        && by.stream()
            .allMatch(
                match ->
                    without.stream()
                        .anyMatch(
                            element ->
                                element instanceof Element.Isolation isolation
                                    && isolation.policy().isSame(match.policy())));
  }

  private static Decision decide(World world, Connection connection) {
    return new Semantics(world, Reading.MAY, Cluster.UNDECLARED).decide(connection);
  }

  private static boolean admits(
      World world, Set<Element> without, Connection connection, Direction direction) {
    Endpoint end = direction == Direction.EGRESS ? connection.source() : connection.destination();
    if (!(end instanceof Endpoint.Pod pod)) {
      return true;
    }
    boolean isolated =
        world.policies().stream()
            .anyMatch(
                policy ->
                    policy.isolates(pod, direction)
                        && !without.contains(new Element.Isolation(List.of(policy), direction)));
    return !isolated
        || world.policies().stream()
            .filter(policy -> policy.isolates(pod, direction))
            .anyMatch(policy -> admitsAlone(world, policy, connection, direction));
  }

  private static boolean admitsAlone(
      World world, Policy policy, Connection connection, Direction direction) {
    return decide(world.withPolicies(List.of(policy)), connection)
            instanceof Decision.Judged(SideDecision egress, SideDecision ingress)
        && (direction == Direction.EGRESS ? egress : ingress).admits();
  }
}
