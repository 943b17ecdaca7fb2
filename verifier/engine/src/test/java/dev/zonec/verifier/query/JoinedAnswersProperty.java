package dev.zonec.verifier.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Defaults;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.random.RandomCase;
import dev.zonec.verifier.random.RandomWorld;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * An answer with one row for ends that it does not tell apart says of each pair of ends what the
 * answer with a row for each pair says.
 */
final class JoinedAnswersProperty {
  private static int rows;
  private static int joinedRows;
  private static int paths;
  private static int joinedPaths;
  private static int longPaths;
  private static int cut;

  private record Pair(String from, String to) {}

  private record Length(int hops, OpenPorts ports) {}

  @AfterContainer
  static void manyRowsWereJoined() {
    assertThat(rows).isGreaterThan(2_000);
    assertThat(joinedRows).isLessThan(rows / 3);
    assertThat(paths).isGreaterThan(2_000);
    assertThat(joinedPaths).isLessThan(paths / 3);
    assertThat(longPaths).isGreaterThan(100);
    assertThat(cut).isPositive();
  }

  @Property(tries = 300)
  void joinedRowsSayTheSame(@ForAll long seed) {
    RandomWorld random = new RandomWorld(seed);
    World world = withReplicas(random);
    QueryEngine engine = new QueryEngine(world, program(random), random.reading());
    Query query =
        new Query(end(random, world), false, end(random, world), service(random), Query.Route.ANY);
    Map<Pair, OpenPorts> plain = new HashMap<>();
    for (Answer.Row row : ((Answer.Connections) engine.answer(query, 1)).rows()) {
      plain.put(new Pair(row.from().label(), row.to().label()), row.ports());
    }
    List<Answer.JoinedRow> joined =
        ((Answer.JoinedConnections) engine.joinedAnswer(query, 1)).rows();
    Map<Pair, OpenPorts> expanded = new HashMap<>();
    for (Answer.JoinedRow row : joined) {
      pairs(row.from(), row.to(), world)
          .forEach(pair -> assertThat(expanded.put(pair, row.ports())).as("%s", pair).isNull());
    }
    assertThat(expanded).isEqualTo(plain);
    assertThat(plain).as("by the semantics").isEqualTo(decided(engine, query));
    assertThat(joined).hasSizeLessThanOrEqualTo(plain.size());
    rows += plain.size();
    joinedRows += joined.size();
  }

  @Property(tries = 400)
  void joinedPathsSayTheSame(@ForAll long seed) {
    RandomWorld random = new RandomWorld(seed);
    World world = withReplicas(random);
    QueryEngine engine = new QueryEngine(world, program(random), random.reading());
    Query.Route route =
        new Query.Route(
            random.chance(20)
                ? OptionalInt.of(1 + random.oneOf(List.of(0, 1, 2)))
                : OptionalInt.empty(),
            random.chance(30) ? List.of(end(random, world)) : List.of(),
            random.chance(30) ? List.of(end(random, world)) : List.of());
    Query query = new Query(end(random, world), true, end(random, world), service(random), route);
    int most = random.oneOf(List.of(1, 1, 3));
    Answer.Paths answer = (Answer.Paths) engine.answer(query, most);
    Map<Pair, List<Answer.Path>> plain = new HashMap<>();
    for (Answer.Path path : answer.paths()) {
      plain.computeIfAbsent(pair(path), each -> new ArrayList<>()).add(path);
    }
    Answer.JoinedPaths joined = (Answer.JoinedPaths) engine.joinedAnswer(query, most);
    Map<Pair, Length> expanded = new HashMap<>();
    for (Answer.JoinedPath entry : joined.paths()) {
      List<Pair> pairs = pairs(entry.from(), entry.to(), world);
      pairs.forEach(
          pair -> assertThat(expanded.put(pair, length(entry.examples()))).as("%s", pair).isNull());
      Pair shown = pair(entry.examples().getFirst());
      assertThat(pairs).contains(shown);
      assertThat(entry.examples()).isEqualTo(plain.get(shown));
    }
    Map<Pair, Length> lengths = new HashMap<>();
    plain.forEach((pair, each) -> lengths.put(pair, length(each)));
    assertThat(expanded).isEqualTo(lengths);
    assertThat(joined.cut() && !answer.cut()).isFalse();
    assertThat(joined.paths()).hasSizeLessThanOrEqualTo(plain.size());
    paths += plain.size();
    joinedPaths += joined.paths().size();
    longPaths += (int) lengths.values().stream().filter(length -> length.hops() > 1).count();
    cut += joined.cut() ? 1 : 0;
  }

  private static Pair pair(Answer.Path path) {
    return new Pair(path.hops().getFirst().from().label(), path.hops().getLast().to().label());
  }

  private static Length length(List<Answer.Path> shortest) {
    List<Answer.Hop> hops = shortest.getFirst().hops();
    return new Length(hops.size(), hops.size() == 1 ? hops.getFirst().ports() : OpenPorts.NONE);
  }

  /** Returns the allowed ports of each pair, each decided by the concrete semantics. */
  private static Map<Pair, OpenPorts> decided(QueryEngine engine, Query query) {
    Map<Pair, Map<Protocol, List<PortRange>>> ports = new HashMap<>();
    for (ConnectionOutcome outcome : engine.decisions(query)) {
      if (outcome instanceof PortDecision each && each.decision().isAllowed()) {
        Map<Protocol, List<PortRange>> open =
            ports.computeIfAbsent(
                new Pair(each.from().label(), each.to().label()), pair -> new TreeMap<>());
        each.ports()
            .ranges()
            .forEach(
                (protocol, some) ->
                    open.computeIfAbsent(protocol, key -> new ArrayList<>()).addAll(some.ranges()));
      }
    }
    Map<Pair, OpenPorts> all = new HashMap<>();
    ports.forEach((pair, open) -> all.put(pair, OpenPorts.of(open)));
    return all;
  }

  /** Returns the pairs of different ends. */
  private static List<Pair> pairs(Answer.Ends from, Answer.Ends to, World world) {
    List<Pair> pairs = new ArrayList<>();
    for (String one : expanded(from, world)) {
      for (String other : expanded(to, world)) {
        if (!one.equals(other)) {
          pairs.add(new Pair(one, other));
        }
      }
    }
    long expected = (long) from.count() * to.count();
    assertThat(pairs.size())
        .as("%s to %s", from, to)
        .isLessThanOrEqualTo((int) expected)
        .isGreaterThanOrEqualTo((int) expected - Math.min(from.count(), to.count()));
    assertThat(pairs).isNotEmpty();
    return pairs;
  }

  private static List<String> expanded(Answer.Ends ends, World world) {
    List<String> labels = ends.names().stream().flatMap(name -> matching(name, world)).toList();
    assertThat(labels).doesNotHaveDuplicates().hasSizeBetween(ends.count(), ends.count() + 1);
    return labels;
  }

  private static Stream<String> matching(String name, World world) {
    return name.endsWith("/*")
        ? world.workloads().stream()
            .filter(each -> name.equals("*/*") || name.equals(each.namespace() + "/*"))
            .map(Workload::label)
        : Stream.of(name);
  }

  /** Returns a world in which some workloads have replicas with other names. */
  private static World withReplicas(RandomWorld random) {
    World world = random.world();
    List<Workload> all = new ArrayList<>();
    for (Workload each : world.workloads()) {
      Endpoint.Pod pod = each.pod();
      int replicas = random.chance(50) ? random.oneOf(List.of(2, 3, 5, 6)) : 1;
      for (int i = 0; i < replicas; i++) {
        String name = pod.name() + "-" + i;
        Endpoint.Pod replica =
            new Endpoint.Pod(
                pod.namespace(),
                name,
                pod.labels(),
                pod.namedPorts(),
                pod.hostNetwork(),
                pod.node(),
                pod.addresses());
        all.add(new Workload(replica, "Pod", name, each.span()));
      }
    }
    return world.withWorkloads(all);
  }

  private static ZoneProgram program(RandomWorld random) {
    List<IpBlock> blocks =
        List.of(block("203.0.113.0/24"), block(random.chance(50) ? "8.8.8.8/32" : "2001:db8::/32"));
    Party.Outside external =
        new Party.Addresses("partner", blocks, random.chance(50), RandomCase.SPAN);
    Cluster cluster = random.cluster();
    return new ZoneProgram(
        "random",
        List.of(),
        random.chance(50) ? List.of(external) : List.of(),
        List.of(),
        List.of(),
        Defaults.STANDARD,
        cluster,
        false);
  }

  private static IpBlock block(String cidr) {
    return new IpBlock(Cidr.of(cidr), List.of());
  }

  private static Query.End end(RandomWorld random, World world) {
    return switch (random.oneOf(List.of(0, 1, 2, 3, 4, 5))) {
      case 0 ->
          new Query.End.OfPods(
              new PodSet(
                  List.of(
                      new PodSet.Term(
                          new PodSet.NamespaceSet.Selected(Selector.EVERYTHING),
                          new Selector(
                              List.of(new Requirement.In("app", new TreeSet<>(List.of("a")))))))),
              RandomCase.SPAN);
      case 1 -> {
        Workload named = random.oneOf(world.workloads());
        yield new Query.End.OfWorkload(named.namespace(), named.name(), RandomCase.SPAN);
      }
      case 2 ->
          new Query.End.OfAddresses(
              block(random.oneOf(List.of("203.0.113.0/25", "0.0.0.0/0", "2000::/3"))),
              RandomCase.SPAN);
      default -> new Query.End.Anywhere(RandomCase.SPAN);
    };
  }

  private static Service service(RandomWorld random) {
    return random.chance(60)
        ? new Service.Anything()
        : new Service.Listed(
            List.of(
                random.chance(50)
                    ? new PortClause.Numbered(Protocol.TCP, new PortRange(80, 90))
                    : new PortClause.Named(Protocol.TCP, "web")));
  }
}
