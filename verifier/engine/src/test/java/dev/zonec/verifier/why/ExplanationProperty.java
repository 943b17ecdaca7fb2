package dev.zonec.verifier.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.address.ClusterAddresses;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Service;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Defaults;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.query.AnswerEnd;
import dev.zonec.verifier.query.OpenPorts;
import dev.zonec.verifier.query.PortDecision;
import dev.zonec.verifier.random.RandomWorld;
import dev.zonec.verifier.semantics.Semantics;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * The verdict of an explanation equals the decision of the semantics for every connection that the
 * explanation is about. All changes of an explanation together allow every connection that they
 * should allow.
 */
final class ExplanationProperty {
  private static final Span SPAN = new Span(new SourceText("question", ""), 0, 0);
  private static final List<String> BLOCKS =
      List.of("203.0.113.0/24", "8.8.8.8/32", "0.0.0.0/0", "192.0.2.0/28", "2001:db8::/32", "::/0");

  private static int allowed;
  private static int denied;
  private static int helped;
  private static int ranges;

  @AfterContainer
  static void allCasesOccurred() {
    assertThat(allowed).isGreaterThan(500);
    assertThat(denied).isGreaterThan(200);
    assertThat(helped).isGreaterThan(denied / 4);
    assertThat(ranges).isGreaterThan(100);
  }

  @Property(tries = 400)
  void verdictsAndChangesHoldForEveryConnection(@ForAll long seed) {
    RandomWorld random = new RandomWorld(seed);
    World world = random.world();
    Reading reading = random.reading();
    Cluster cluster = new ClusterAddresses(world, random.cluster()).seen();
    ZoneProgram program =
        new ZoneProgram(
            "m", List.of(), List.of(), List.of(), List.of(), Defaults.STANDARD, cluster, false);
    WhyEngine engine = new WhyEngine(world, program, reading);
    for (int i = 0; i < 4; i++) {
      Query query = query(random, world);
      for (Explanation explanation : engine.explain(query)) {
        DecisionContext context =
            new DecisionContext(world, reading, cluster, DecisionContext.Access.DIRECT);
        check(explanation, context, new Random(seed));
      }
    }
  }

  private static Query query(RandomWorld random, World world) {
    Query.End workload = workload(random, world);
    Query.End other =
        random.chance(50)
            ? workload(random, world)
            : new Query.End.OfAddresses(
                new IpBlock(Cidr.of(random.oneOf(BLOCKS)), List.of()), SPAN);
    boolean out = random.chance(50);
    return new Query(
        out ? workload : other, false, out ? other : workload, service(random), Query.Route.ANY);
  }

  private static Query.End workload(RandomWorld random, World world) {
    Workload workload = random.oneOf(world.workloads());
    return new Query.End.OfWorkload(workload.pod().namespace().name(), workload.name(), SPAN);
  }

  private static Service service(RandomWorld random) {
    Protocol protocol = random.chance(70) ? Protocol.TCP : Protocol.UDP;
    return random.oneOf(
        List.of(
            new Service.Anything(),
            new Service.Listed(List.of(new PortClause.Numbered(protocol, new PortRange(80, 80)))),
            new Service.Listed(
                List.of(
                    new PortClause.Numbered(protocol, new PortRange(79, 91)),
                    new PortClause.Numbered(Protocol.TCP, new PortRange(443, 443)))),
            new Service.Listed(List.of(new PortClause.AllPorts(protocol)))));
  }

  private static void check(Explanation explanation, DecisionContext context, Random random) {
    switch (explanation) {
      case Explanation.NotConnected nothing -> throw new AssertionError(nothing);
      case Explanation.Allowed(PortDecision connections) -> {
        allowed++;
        connections(connections.from(), connections.to(), connections.ports(), random)
            .forEach(point -> decided(context, point, true, explanation));
      }
      case Explanation.Denied(PortDecision connections, var blockers, var scope, Remedy remedy) -> {
        denied++;
        connections(connections.from(), connections.to(), connections.ports(), random)
            .forEach(point -> decided(context, point, false, explanation));
        assertThat(blockers).isNotEmpty();
        if (remedy instanceof Remedy.Changes(List<Change> changes)) {
          helped++;
          World changed = context.world();
          for (Change change : changes) {
            changed = change.applyTo(changed);
          }
          assertThat(changed).isNotEqualTo(context.world());
          AnswerEnd from =
              scope.everyAddress() ? connections.from() : only(connections.example().source());
          AnswerEnd to =
              scope.everyAddress() ? connections.to() : only(connections.example().destination());
          ranges += from.blocks().size() + to.blocks().size() > 0 ? 1 : 0;
          for (Connection point : connections(from, to, scope.ports(), random)) {
            decided(context.with(changed), point, true, explanation);
          }
        }
      }
    }
  }

  private static AnswerEnd only(Endpoint end) {
    return new AnswerEnd(end, "");
  }

  private static void decided(
      DecisionContext context, Connection point, boolean expected, Explanation explanation) {
    Semantics semantics = new Semantics(context.world(), context.reading(), context.cluster());
    int allowing = 0;
    List<Family> families = RandomWorld.families(point.source(), point.destination());
    for (Family family : families) {
      Connection one =
          new Connection(point.source(), point.destination(), family, point.transport());
      allowing += semantics.decide(one).isAllowed() ? 1 : 0;
    }
    boolean is = context.reading().permissive() ? allowing > 0 : allowing == families.size();
    assertThat(is).as("%s by %s in %s", point, explanation, context).isEqualTo(expected);
  }

  private static List<Connection> connections(
      AnswerEnd from, AnswerEnd to, OpenPorts ports, Random random) {
    List<Connection> out = new ArrayList<>();
    for (Endpoint source : ends(from, random)) {
      for (Endpoint destination : ends(to, random)) {
        ports
            .ranges()
            .forEach(
                (protocol, some) -> {
                  for (PortRange range : some.ranges()) {
                    int middle = range.first() + random.nextInt(range.last() - range.first() + 1);
                    for (int port : List.of(range.first(), middle, range.last())) {
                      out.add(
                          new Connection(
                              source,
                              destination,
                              RandomWorld.families(source, destination).getFirst(),
                              new Transport.Ported(protocol, port)));
                    }
                  }
                });
      }
    }
    return out;
  }

  private static List<Endpoint> ends(AnswerEnd place, Random random) {
    List<Endpoint> ends = new ArrayList<>(List.of(place.endpoint()));
    for (Cidr block : place.blocks()) {
      int free = block.family().bits() - block.prefix();
      BigInteger inside = block.first().add(new BigInteger(free, random));
      for (BigInteger value : List.of(block.first(), inside, block.last())) {
        ends.add(new Endpoint.External(new IpAddress(block.family(), value)));
      }
    }
    return ends;
  }
}
