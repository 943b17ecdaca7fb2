package dev.zonec.tests.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import dev.zonec.verifier.origin.PolicyOrigin;
import dev.zonec.verifier.origin.PolicyOrigin.Statement;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.RuleMatch;
import dev.zonec.verifier.semantics.Semantics;
import dev.zonec.verifier.semantics.SideDecision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * If a rule that admits a connection is traced to a flow, then the program with this flow alone
 * compiles to policies that admit the connection at the same end.
 */
final class BlamedFlowProperty {
  private static final List<String> ADDRESSES =
      List.of("203.0.113.5", "8.8.8.8", "10.9.0.7", "169.254.20.10");
  private static final int[] PORTS = {53, 80, 85, 4242};

  private static int flows;
  private static int defaults;

  @AfterContainer
  static void bothWereBlamed() {
    assertThat(flows).isGreaterThan(10);
    assertThat(defaults).isGreaterThan(2);
  }

  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void theBlamedFlowAloneAdmitsTheConnection(@ForAll long seed) {
    RandomProgram text = new RandomProgram(seed);
    Random random = new Random(seed);
    CompiledWorld compiled =
        CompiledWorld.of(text.text(), CompiledWorld.pods(random)).orElseThrow();
    World world = compiled.with(compiled.policies());
    Semantics semantics = new Semantics(world, Reading.MAY, compiled.program().cluster());
    PolicyOrigins origins = PolicyOrigins.of(compiled.program(), compiled.policies());
    Map<String, Optional<Semantics>> alone = new HashMap<>();
    for (Connection connection : connections(world)) {
      if (semantics.decide(connection)
          instanceof Decision.Judged(SideDecision egress, SideDecision ingress)) {
        for (Direction direction : Direction.values()) {
          SideDecision side = direction == Direction.EGRESS ? egress : ingress;
          for (Statement statement : blamed(side, direction, connection, origins)) {
            Optional<Semantics> of =
                alone.computeIfAbsent(
                    statement.toString(), key -> alone(text, statement, compiled));
            of.ifPresent(
                only ->
                    assertThat(admits(only, connection, direction))
                        .as("%s of %s by %s in\n%s", direction, connection, statement, text.text())
                        .isTrue());
          }
        }
      }
    }
  }

  private static List<Statement> blamed(
      SideDecision side, Direction direction, Connection connection, PolicyOrigins origins) {
    List<Statement> statements = new ArrayList<>();
    if (side instanceof SideDecision.Admitted(List<RuleMatch> by)) {
      for (RuleMatch match : by) {
        PolicyOrigin origin = origins.of(match, direction, connection);
        assertThat(origin).isInstanceOf(PolicyOrigin.Compiled.class);
        statements.addAll(((PolicyOrigin.Compiled) origin).statements());
      }
    }
    return statements;
  }

  /** Returns the program without its other flows; empty if it does not compile. */
  private static Optional<Semantics> alone(
      RandomProgram text, Statement statement, CompiledWorld compiled) {
    boolean isFlow = statement.kind() == PolicyOrigin.Kind.FLOW;
    if (isFlow) {
      flows++;
    } else {
      assertThat(statement.kind()).isEqualTo(PolicyOrigin.Kind.DEFAULT);
      defaults++;
    }
    List<String> kept = new ArrayList<>();
    int end = 0;
    for (String each : text.statements()) {
      boolean flow = Stream.of(each.split("\n")).anyMatch(line -> line.startsWith("allow "));
      // Statements can be equal, so the search continues after the one before.
      int at = text.text().indexOf(each, end);
      end = at + each.length();
      int place = statement.span().start();
      if (!flow || (isFlow && at <= place && place < at + each.length())) {
        kept.add(each);
      }
    }
    return CompiledWorld.of(RandomProgram.source(kept), compiled.pods())
        .map(
            only ->
                new Semantics(only.with(only.policies()), Reading.MAY, only.program().cluster()));
  }

  private static boolean admits(Semantics semantics, Connection connection, Direction direction) {
    return semantics.decide(connection)
            instanceof Decision.Judged(SideDecision egress, SideDecision ingress)
        && (direction == Direction.EGRESS ? egress : ingress).admits();
  }

  private static List<Connection> connections(World world) {
    List<Endpoint> ends = new ArrayList<>();
    world.workloads().stream().map(Workload::pod).forEach(ends::add);
    ADDRESSES.forEach(each -> ends.add(new Endpoint.External(IpAddress.of(each))));
    List<Connection> connections = new ArrayList<>();
    for (Endpoint from : ends) {
      for (Endpoint to : ends) {
        if (from != to && (from instanceof Endpoint.Pod || to instanceof Endpoint.Pod)) {
          for (int port : PORTS) {
            Protocol protocol = port == 53 ? Protocol.UDP : Protocol.TCP;
            connections.add(
                new Connection(from, to, Family.IPV4, new Transport.Ported(protocol, port)));
          }
        }
      }
    }
    return connections;
  }
}
