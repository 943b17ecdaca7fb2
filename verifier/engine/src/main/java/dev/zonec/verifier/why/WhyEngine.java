package dev.zonec.verifier.why;

import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.kubernetes.address.ClusterAddresses;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.query.AnswerEnd;
import dev.zonec.verifier.query.ConnectionOutcome;
import dev.zonec.verifier.query.NoConnection;
import dev.zonec.verifier.query.PortDecision;
import dev.zonec.verifier.query.QueryEngine;
import dev.zonec.verifier.query.ServiceCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Explains why connections are allowed or denied ({@code spec/query.md}). */
public final class WhyEngine {
  private final World world;
  private final ZoneProgram program;
  private final Reading reading;

  /**
   * @param world the declared objects
   * @param program the program whose names the question may use; it may be empty
   * @param reading how points that the Kubernetes API leaves open are resolved
   */
  public WhyEngine(World world, ZoneProgram program, Reading reading) {
    this.world = program.namespacesDeclared() ? world.withNamespacesDeclared() : world;
    this.program = program.withCluster(new ClusterAddresses(world, program.cluster()).seen());
    this.reading = reading;
  }

  /**
   * Returns an explanation for each pair of ends and each set of reasons. If the question names no
   * service, denied ports between two ends are explained only if no port is allowed.
   */
  public List<Explanation> explain(Query query) {
    boolean allPorts = !(query.service() instanceof Service.Anything);
    List<ConnectionOutcome> outcomes = new QueryEngine(world, program, reading).decisions(query);
    Map<List<AnswerEnd>, List<PortDecision>> pairs = new LinkedHashMap<>();
    List<Explanation> out = new ArrayList<>();
    for (ConnectionOutcome each : outcomes) {
      switch (each) {
        case NoConnection end -> out.add(new Explanation.NotConnected(end));
        case PortDecision connections ->
            pairs
                .computeIfAbsent(
                    List.of(connections.from(), connections.to()), pair -> new ArrayList<>())
                .add(connections);
      }
    }
    int explained = 0;
    for (List<PortDecision> pair : pairs.values()) {
      Progress.check(explained++, pairs.size(), "pairs");
      boolean open = pair.stream().anyMatch(connections -> connections.decision().isAllowed());
      pair.stream()
          .filter(
              connections ->
                  allPorts
                      || !open
                      || connections.decision().isAllowed()
                      || connections.call().flatMap(ServiceCall::port).isPresent())
          .sorted(
              Comparator.comparing(
                  (PortDecision connections) -> !connections.decision().isAllowed()))
          .map(connections -> explain(connections, allPorts))
          .forEach(out::add);
    }
    return out;
  }

  private Explanation explain(PortDecision connections, boolean allPorts) {
    DecisionContext context =
        new DecisionContext(world, reading, program.cluster(), access(connections));
    if (context.decide(connections.example()).isAllowed()) {
      return new Explanation.Allowed(connections);
    }
    boolean single = connections.call().flatMap(ServiceCall::port).isPresent();
    Goal goal = Goal.of(connections, allPorts || single);
    boolean everyAddress =
        goal.from().equals(connections.from()) && goal.to().equals(connections.to());
    return new Explanation.Denied(
        connections,
        Blockers.of(context, connections.example()),
        new Explanation.RemedyScope(goal.ports(), everyAddress),
        new ChangeSearch(context, goal).find());
  }

  private static DecisionContext.Access access(PortDecision connections) {
    return connections
        .call()
        .map(
            call ->
                call.entrance().isPresent()
                    ? DecisionContext.Access.BY_ENTRANCE
                    : call.port().isPresent()
                        ? DecisionContext.Access.THROUGH_SERVICE
                        : DecisionContext.Access.DIRECT)
        .orElse(DecisionContext.Access.DIRECT);
  }
}
