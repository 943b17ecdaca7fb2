package dev.zonec.application.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.application.report.PathStep;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.query.QueryEngine;
import dev.zonec.verifier.random.RandomCase;
import dev.zonec.verifier.random.RandomServices;
import dev.zonec.verifier.random.RandomWorld;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** Graphs that are drawn from groups of ends are those that are drawn from all pairs of ends. */
final class AllConnectionsProperty {
  /** How often a graph had what the property is about. */
  private static final Map<String, Integer> SEEN = new TreeMap<>();

  @AfterContainer
  static void graphsWereOfEveryKind() {
    assertThat(SEEN.keySet())
        .contains("joined", "grouped", "blocked", "declared", "undeclared", "entrance", "changed");
    assertThat(SEEN).allSatisfy((what, often) -> assertThat(often).as(what).isPositive());
  }

  private record Inputs(World world, ZoneProgram program, Reading reading) {
    QueryEngine engine() {
      return new QueryEngine(world, program, reading);
    }

    Places places(By by) {
      NestedZones zones = new NestedZones(program, Map.of());
      return switch (by) {
        case ZONE -> new ZonePlaces(world, program, zones);
        case NAMESPACE -> new NamespacePlaces(program);
        case WORKLOAD -> new WorkloadPlaces(world, program, zones);
      };
    }

    GraphParts plain(By by) {
      GraphParts parts = new GraphParts();
      new PlainConnections(engine(), program, places(by), new Decided(PolicyOrigins.NONE))
          .addTo(parts);
      return parts;
    }

    EndGroups groups(By by) {
      return EndGroups.of(engine(), world, program, places(by));
    }

    GraphParts grouped(By by, EndGroups groups) {
      GraphParts parts = new GraphParts();
      new AllConnections(groups, program, places(by), new Decided(PolicyOrigins.NONE)).addTo(parts);
      return parts;
    }
  }

  @Property(tries = 60)
  void graphsAreThoseOfAllPairs(@ForAll long seed) {
    Inputs inputs = inputs(seed);
    for (By by : By.values()) {
      GraphParts parts = inputs.grouped(by, inputs.groups(by));
      Graph plain = graph(inputs.plain(by), inputs.places(by));
      Graph merged = AlikeNodes.merged(graph(parts, inputs.places(by)), parts.alike());
      assertThat(sorted(merged)).as("by %s", by).isEqualTo(sorted(PlainAlikeNodes.merged(plain)));
      merged.edges().forEach(edge -> saw(edge.kind().word(), true));
      saw("joined", merged.nodes().size() < plain.nodes().size());
      saw("grouped", !parts.alike().isEmpty());
    }
  }

  /** Few random programs have flows that are blocked; this one does. */
  @Example
  void graphsOfBlockedFlowsAreThoseOfAllPairs() {
    graphsAreThoseOfAllPairs(30);
  }

  @Property(tries = 40)
  void changesAreThoseOfAllPairs(@ForAll long seed) {
    Inputs after = inputs(seed);
    World world = after.world();
    List<Workload> some = new ArrayList<>(world.workloads());
    some.removeIf(each -> new Random(seed ^ each.hashCode()).nextInt(7) == 0);
    Inputs before =
        new Inputs(
            world.withWorkloads(some).withPolicies(world.policies().stream().skip(1).toList()),
            after.program(),
            after.reading());
    for (By by : By.values()) {
      EndGroups then = before.groups(by);
      EndGroups now = after.groups(by);
      ChangeDrawing grouped =
          new ChangeDrawing(
              before.grouped(by, then.dividedBy(now, before.program())),
              after.grouped(by, now.dividedBy(then, after.program())));
      ChangeDrawing plain = new ChangeDrawing(before.plain(by), after.plain(by));
      GraphParts parts = grouped.parts();
      Graph changed = AlikeNodes.merged(graph(parts, after.places(by)), parts.alike());
      assertThat(sorted(changed))
          .as("by %s", by)
          .isEqualTo(sorted(PlainAlikeNodes.merged(graph(plain.parts(), after.places(by)))));
      assertThat(grouped.unchanged()).isEqualTo(plain.unchanged());
      saw("changed", !changed.edges().isEmpty());
    }
  }

  /** Returns the graph with the rules of each edge in one order. */
  private static Graph sorted(Graph graph) {
    List<Graph.Edge> edges = new ArrayList<>();
    for (Graph.Edge edge : graph.edges()) {
      edges.add(
          new Graph.Edge(
              edge.from(),
              edge.to(),
              edge.kind(),
              edge.ports(),
              edge.remark(),
              edge.steps().stream().sorted(Comparator.comparing(PathStep::toString)).toList()));
    }
    return graph.with(graph.groups(), graph.nodes(), edges, List.of());
  }

  private static void saw(String what, boolean seen) {
    if (seen) {
      SEEN.merge(what, 1, Integer::sum);
    }
  }

  private static Graph graph(GraphParts parts, Places places) {
    return parts.graph("", "", places.groups(), places.layers());
  }

  /** Returns a random world in which some workloads have twins, and a program or an empty one. */
  private static Inputs inputs(long seed) {
    RandomWorld random = new RandomWorld(seed);
    World world = random.world();
    List<Workload> workloads = new ArrayList<>();
    for (Workload workload : world.workloads()) {
      workloads.add(workload);
      int twins = random.chance(50) ? 0 : random.chance(50) ? 1 : 3;
      for (int i = 0; i < twins; i++) {
        String name = workload.name() + "-" + i;
        workloads.add(
            new Workload(workload.pod().named(name), workload.kind(), name, workload.span()));
      }
    }
    World twins = world.withWorkloads(workloads);
    ZoneProgram program = new RandomCase(seed, false).program();
    return new Inputs(
        random.chance(50) ? new RandomServices(random).in(twins) : twins,
        random.chance(30) ? empty(program) : program,
        random.reading());
  }

  private static ZoneProgram empty(ZoneProgram program) {
    return new ZoneProgram(
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        program.defaults(),
        program.cluster(),
        false);
  }
}
