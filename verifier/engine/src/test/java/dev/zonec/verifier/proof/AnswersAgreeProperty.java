package dev.zonec.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.Span;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Coverage;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.PortRanges;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Service;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Assertion.TiersAdjacent;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Intent;
import dev.zonec.model.program.LabelTrust;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.Pattern;
import dev.zonec.model.program.PodSet;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.model.query.Query.End;
import dev.zonec.verifier.query.Answer;
import dev.zonec.verifier.query.Answer.Row;
import dev.zonec.verifier.query.AnswerEnd;
import dev.zonec.verifier.query.QueryEngine;
import dev.zonec.verifier.random.RandomCase;
import dev.zonec.verifier.random.RandomWorld;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Semantics;
import dev.zonec.verifier.semantics.SideDecision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
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
 * Proofs about every pod that could exist agree with the answers of queries about the workloads
 * that exist: a proved claim holds for all answers, and a counterexample with existing ends is
 * among the answers. Pods on the host network are left out, because proofs count them as nodes.
 */
final class AnswersAgreeProperty {
  private static final Span SPAN = RandomCase.SPAN;
  private static final int[] PORTS = {1, 79, 80, 85, 90, 91, 99, 65535};
  private static final Map<String, Integer> COMPARED = new TreeMap<>();

  /** The answers to queries about one world. */
  private record Answers(World world, ZoneProgram program, List<Row> may, List<Row> must) {
    static Answers of(World world, ZoneProgram program, Reading may) {
      return new Answers(
          world,
          program,
          rows(world, program, may),
          rows(world, program, may.withPermissive(false)));
    }

    private static List<Row> rows(World world, ZoneProgram program, Reading reading) {
      End all = new End.Anywhere(SPAN);
      Query query = new Query(all, false, all, new Service.Anything(), Query.Route.ANY);
      return ((Answer.Connections) new QueryEngine(world, program, reading).answer(query, 1))
          .rows().stream().filter(row -> !onHost(row.from()) && !onHost(row.to())).toList();
    }

    private static boolean onHost(AnswerEnd place) {
      return place.endpoint() instanceof Endpoint.Pod pod && pod.hostNetwork();
    }

    /** Returns the places that are not a pod on the host network. */
    List<AnswerEnd> places(List<? extends Party> parties) {
      End all = new End.Anywhere(SPAN);
      Answer.Members members =
          (Answer.Members) new QueryEngine(world, program, Reading.MAY).members(all);
      return members.members().stream()
          .filter(place -> !onHost(place) && in(place.endpoint(), parties))
          .toList();
    }
  }

  @AfterContainer
  static void everyClaimWasCompared() {
    assertThat(COMPARED).containsKeys("proved Never", "refuted Never", "proved Reachable", "there");
  }

  @Property(tries = 15)
  void proofsAndAnswersAgree(@ForAll long seed) {
    RandomWorld random = new RandomWorld(seed);
    World world = random.world();
    Reading may = random.reading().withPermissive(true);
    ZoneProgram drawn = new RandomCase(seed, false).program();
    List<Pattern> patterns = random.chance(40) ? List.of(pattern(random)) : List.of();
    List<Party.Zone> zones = new ArrayList<>(drawn.zones());
    patterns.forEach(pattern -> zones.addAll(pattern.zones()));
    ZoneProgram written =
        new ZoneProgram(
            drawn.module(),
            zones,
            drawn.externals(),
            drawn.flows(),
            drawn.assertions(),
            drawn.defaults(),
            random.cluster(),
            random.chance(20),
            LabelTrust.UNDECLARED,
            List.of(),
            List.of(),
            patterns);
    PatternNamespaces namespaces = PatternNamespaces.of(written, world);
    ZoneProgram program = namespaces.instances();
    NamespaceScope scope =
        patterns.isEmpty()
            ? new NamespaceScope.Anywhere()
            : new NamespaceScope.OfPatterns(namespaces);
    VerificationResult result =
        new Verification(
                world,
                program,
                may,
                Deadline.in(Duration.ofSeconds(60)),
                List.of(),
                new Coverage.Whole(),
                scope)
            .run();
    Answers answers = Answers.of(world, program, may);
    String about = "%s in %s with %s, seed %d".formatted(program, world, may, seed);
    for (ClaimVerdict decided : result.verdicts()) {
      switch (decided.verdict()) {
        case Verdict.Proved proved -> {
          count("proved ", decided.claim());
          holds(decided.claim(), answers, may, about);
        }
        case Verdict.Refuted(var counterexamples) -> {
          count("refuted ", decided.claim());
          counterexamples.forEach(each -> isThere(each, answers, about));
        }
        case Verdict.Waived waived -> {}
        case Verdict.Accepted accepted -> {}
        case Verdict.Inconclusive inconclusive -> {}
        case Verdict.EmptyParty empty -> {}
      }
    }
  }

  /** Returns a {@code foreach} about the namespaces with a value of {@code env}. */
  private static Pattern pattern(RandomWorld random) {
    Selector selector = label("env", random.oneOf(List.of("x", "y")));
    Party.Zone whole = zone("namespace", selector, Selector.EVERYTHING);
    Party.Zone some = zone("some", selector, label("app", "a"));
    Party.Zone other = new Party.Zone("other namespace", whole.pods(), false, whole.denied(), SPAN);
    List<Party> parties = List.of(whole, some);
    Service service =
        random.chance(50)
            ? new Service.Anything()
            : only(new Transport.Ported(Protocol.TCP, random.oneOf(List.of(80, 85))));
    return new Pattern(
        selector,
        List.of(whole, some),
        List.of(new Flow(random.oneOf(parties), random.oneOf(parties), service, false, SPAN)),
        List.of(
            new Assertion.Never(
                "apart",
                List.of(random.chance(50) ? other : some),
                List.of(random.oneOf(parties)),
                service,
                SPAN),
            new Assertion.NoPath(
                "far", List.of(other), List.of(some), List.of(), OptionalInt.empty(), SPAN)),
        SPAN);
  }

  private static Selector label(String key, String value) {
    return new Selector(List.of(new Requirement.In(key, new TreeSet<>(List.of(value)))));
  }

  private static Party.Zone zone(String name, Selector namespaces, Selector pods) {
    PodSet.Term term = new PodSet.Term(new PodSet.NamespaceSet.Selected(namespaces), pods);
    return new Party.Zone(name, new PodSet(List.of(term)), false, Party.Denied.BOTH, SPAN);
  }

  private static void count(String verdict, Claim claim) {
    String kind =
        claim instanceof Claim.Asserted(Assertion assertion)
            ? assertion.getClass().getSimpleName()
            : claim.getClass().getSimpleName();
    COMPARED.merge(verdict + kind, 1, Integer::sum);
  }

  private static void holds(Claim claim, Answers answers, Reading may, String about) {
    switch (claim) {
      case Claim.NoUndeclaredConnection noExtra -> {
        List<Party.Zone> zones = answers.program().zones();
        declared(rowsWith(zones, answers), answers, "no undeclared connection, " + about);
      }
      case Claim.NoBlockedFlow missing -> flowsWork(answers, may, about);
      case Claim.FreeEndsAdmit free -> {}
      case Claim.NoUndeclaredPath path -> {}
      case Claim.NoSharedPod shared -> {}
      case Claim.Asserted(Assertion assertion) -> holds(assertion, answers, may, about);
    }
  }

  private static void holds(Assertion assertion, Answers answers, Reading may, String about) {
    String what = assertion + ", " + about;
    switch (assertion) {
      case Assertion.Never never -> none(never.from(), never.to(), never.service(), answers, what);
      case Assertion.Only only -> {
        for (Row row : answers.may()) {
          boolean asked = only.among().isEmpty() || in(row.from().endpoint(), only.among());
          if (asked && in(row.to().endpoint(), only.to())) {
            for (Transport.Ported port : samples(row)) {
              boolean said =
                  in(row.from().endpoint(), only.from())
                      && Intent.opens(only.service(), port, row.to().endpoint());
              assertThat(said).as("%s on %s: %s", row, port, what).isTrue();
            }
          }
        }
      }
      case Assertion.Isolated isolated ->
          declared(rowsWith(isolated.zones(), answers), answers, what);
      case Assertion.Reachable claim -> reaches(claim, answers, what);
      case TiersAdjacent(String name, var tiers, var span) -> {
        for (int i = 0; i < tiers.size(); i++) {
          for (int j = 0; j < tiers.size(); j++) {
            if (!TiersAdjacent.mayLead(i, j)) {
              none(
                  tiers.get(i).zones(),
                  tiers.get(j).zones(),
                  new Service.Anything(),
                  answers,
                  what);
            }
          }
        }
      }
      case Assertion.NoPath claim -> noPath(claim, answers, may, what);
    }
  }

  private static List<Row> rowsWith(List<? extends Party> parties, Answers answers) {
    return answers.may().stream()
        .filter(row -> in(row.from().endpoint(), parties) || in(row.to().endpoint(), parties))
        .toList();
  }

  private static void declared(List<Row> rows, Answers answers, String what) {
    Intent intent = new Intent(answers.program());
    for (Row row : rows) {
      for (Transport.Ported port : samples(row)) {
        Connection connection =
            new Connection(row.from().endpoint(), row.to().endpoint(), Family.IPV4, port);
        assertThat(intent.declares(connection)).as("%s on %s: %s", row, port, what).isTrue();
      }
    }
  }

  private static void none(
      List<Party> from, List<Party> to, Service service, Answers answers, String what) {
    for (Row row : answers.may()) {
      if (in(row.from().endpoint(), from) && in(row.to().endpoint(), to)) {
        assertThat(
                samples(row).stream().noneMatch(p -> Intent.opens(service, p, row.to().endpoint())))
            .as("%s: %s", row, what)
            .isTrue();
      }
    }
  }

  private static void noPath(Assertion.NoPath claim, Answers answers, Reading may, String what) {
    List<End> avoiding = new ArrayList<>();
    claim.via().forEach(party -> avoiding.add(new End.OfParty(party, SPAN)));
    for (Workload workload : answers.world().workloads()) {
      if (workload.pod().hostNetwork()) {
        avoiding.add(new End.OfWorkload(workload.pod().namespace().name(), workload.name(), SPAN));
      }
    }
    Query.Route route = new Query.Route(claim.within(), List.of(), avoiding);
    for (Party from : claim.from()) {
      for (Party to : claim.to()) {
        Query query =
            new Query(
                new End.OfParty(from, SPAN),
                true,
                new End.OfParty(to, SPAN),
                new Service.Anything(),
                route);
        Answer answer = new QueryEngine(answers.world(), answers.program(), may).answer(query, 1);
        assertThat(((Answer.Paths) answer).paths()).as(what).isEmpty();
      }
    }
  }

  private static void reaches(Assertion.Reachable claim, Answers answers, String what) {
    for (AnswerEnd from : answers.places(claim.from())) {
      for (AnswerEnd to : answers.places(claim.to())) {
        works(from, to, claim.service(), answers, what);
      }
    }
  }

  private static void works(
      AnswerEnd from, AnswerEnd to, Service service, Answers answers, String what) {
    boolean outside =
        from.endpoint() instanceof Endpoint.External && to.endpoint() instanceof Endpoint.External;
    if (outside || from.equals(to)) {
      return;
    }
    List<Row> rows =
        answers.must().stream().filter(r -> r.from().equals(from) && r.to().equals(to)).toList();
    for (Protocol protocol : Protocol.values()) {
      for (int number : PORTS) {
        Transport.Ported port = new Transport.Ported(protocol, number);
        if (Intent.opens(service, port, to.endpoint()) && !isSidecars(port, to)) {
          assertThat(rows.stream().anyMatch(row -> holds(row, port)))
              .as("%s -> %s on %s, %s: %s", from, to, port, rows, what)
              .isTrue();
        }
      }
    }
  }

  /**
   * Whether the name of a sidecar's port counts is left open, and proofs take it as the program.
   */
  private static boolean isSidecars(Transport.Ported port, AnswerEnd to) {
    return to.endpoint() instanceof Endpoint.Pod pod
        && pod.namedPorts().stream()
            .anyMatch(named -> named.sidecar() && named.port() == port.port());
  }

  private static void flowsWork(Answers answers, Reading may, String about) {
    Intent intent = new Intent(answers.program());
    for (Flow flow : answers.program().flows()) {
      for (AnswerEnd from : answers.places(List.of(flow.from()))) {
        for (AnswerEnd to : answers.places(List.of(flow.to()))) {
          for (Protocol protocol : Protocol.values()) {
            for (int number : PORTS) {
              Transport.Ported port = new Transport.Ported(protocol, number);
              Connection connection =
                  new Connection(from.endpoint(), to.endpoint(), Family.IPV4, port);
              if (Intent.opens(flow.service(), port, to.endpoint())
                  && intent.declares(connection)) {
                String what = "flow " + flow + ", " + about;
                if (isNamed(flow.from()) && isNamed(flow.to())) {
                  works(from, to, only(port), answers, what);
                } else if (!isSidecars(port, to)) {
                  namedEndsAgree(flow, connection, answers, may, what);
                }
              }
            }
          }
        }
      }
    }
  }

  private static Service only(Transport.Ported port) {
    return new Service.Listed(
        List.of(new PortClause.Numbered(port.protocol(), new PortRange(port.port(), port.port()))));
  }

  /** Returns whether a flow promises that the pods of {@code party} admit its connections. */
  private static boolean isNamed(Party party) {
    return !(party instanceof Party.Anyone) && !(party instanceof Party.Others);
  }

  private static void namedEndsAgree(
      Flow flow, Connection connection, Answers answers, Reading may, String what) {
    Semantics semantics =
        new Semantics(answers.world(), may.withPermissive(false), answers.program().cluster());
    if (semantics.decide(connection)
        instanceof Decision.Judged(SideDecision egress, SideDecision ingress)) {
      COMPARED.merge("promised at one end", 1, Integer::sum);
      assertThat(!isNamed(flow.from()) || egress.admits()).as("%s: %s", connection, what).isTrue();
      assertThat(!isNamed(flow.to()) || ingress.admits()).as("%s: %s", connection, what).isTrue();
    }
  }

  /** Checks that a counterexample whose ends exist is among the answers. */
  private static void isThere(Counterexample counterexample, Answers answers, String about) {
    List<Hop> hops =
        switch (counterexample) {
          case Counterexample.UndeclaredConnection(Hop hop) -> List.of(hop);
          case Counterexample.UndeclaredPath path -> path.hops();
          case Counterexample.BrokenAssertion broken -> broken.hops();
          case Counterexample.BlockedFlow blocked -> List.of();
          case Counterexample.BlockedConnection blocked -> List.of();
          case Counterexample.Unreachable blocked -> List.of();
          case Counterexample.SharedPod both -> List.of();
        };
    for (Hop hop : hops) {
      // The pods of one workload are one place.
      if (hop.from().declared()
          && hop.to().declared()
          && !hop.from().label().equals(hop.to().label())
          && hop.transport() instanceof Transport.Ported port) {
        COMPARED.merge("there", 1, Integer::sum);
        assertThat(
                answers.may().stream()
                    .filter(row -> row.from().label().equals(hop.from().label()))
                    .filter(row -> row.to().label().equals(hop.to().label()))
                    .anyMatch(row -> holds(row, port)))
            .as("%s -> %s on %s: %s", hop.from().label(), hop.to().label(), port, about)
            .isTrue();
      }
    }
  }

  private static boolean holds(Row row, Transport.Ported port) {
    return row.ports().ranges().containsKey(port.protocol())
        && row.ports().ranges().get(port.protocol()).contains(port.port());
  }

  private static boolean in(Endpoint endpoint, List<? extends Party> parties) {
    return parties.stream().anyMatch(party -> party.contains(endpoint));
  }

  /** Returns the first and last ports of the ranges that a row says are open. */
  private static List<Transport.Ported> samples(Row row) {
    List<Transport.Ported> samples = new ArrayList<>();
    Map<Protocol, PortRanges> open = new EnumMap<>(Protocol.class);
    open.putAll(row.ports().ranges());
    open.forEach(
        (protocol, ranges) -> {
          for (PortRange range : ranges.ranges()) {
            Stream.of(range.first(), range.last())
                .map(port -> new Transport.Ported(protocol, port))
                .forEach(samples::add);
          }
          for (int port : PORTS) {
            if (ranges.contains(port)) {
              samples.add(new Transport.Ported(protocol, port));
            }
          }
        });
    return samples;
  }
}
