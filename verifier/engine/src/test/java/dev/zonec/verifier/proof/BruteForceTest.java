package dev.zonec.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Service;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Intent;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.Waiver;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.random.RandomCase;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Semantics;
import dev.zonec.verifier.semantics.SideDecision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/**
 * Verdicts equal the result of listing every end. The random worlds are so small that two ends of
 * each kind that policies can tell apart represent all ends.
 */
final class BruteForceTest {
  private static final int[] PORTS = {79, 80, 81, 91};

  private record Link(Endpoint from, Endpoint to, Connection connection, boolean must) {}

  @Property(tries = 60)
  void verdictsEqualTheResultOfListingEveryEnd(@ForAll long seed) {
    compare(seed);
  }

  /** Some kinds of verdict are rare, so this test uses fixed seeds that contain each of them. */
  @Property(tries = 80, seed = "4328676830319468349")
  void everyKindOfVerdictOccurs(@ForAll long seed) {
    countKinds(compare(seed));
  }

  private static VerificationResult compare(long seed) {
    RandomCase random = new RandomCase(seed, true);
    World world = random.world();
    ZoneProgram program = random.program();
    Reading reading = random.reading();
    VerificationResult result =
        new Verification(world, program, reading, Deadline.in(Duration.ofMinutes(5)), List.of())
            .runBothWays();
    Listing listing = new Listing(world, program, reading);
    assertThat(result.assumed()).as("assumed").isEqualTo(listing.assumed);
    List<Disjointness.Pair> refused = new ArrayList<>();
    List<Waiver> unused = new ArrayList<>();
    for (ClaimVerdict decided : result.verdicts()) {
      if (decided.claim() instanceof Claim.NoSharedPod(var pair)) {
        assertThat(decided.verdict()).isInstanceOf(Verdict.EmptyParty.class);
        refused.add(pair);
        continue;
      }
      if (decided.verdict() instanceof Verdict.EmptyParty) {
        continue;
      }
      switch (decided.claim()) {
        case Claim.NoUndeclaredConnection claim ->
            assertThat(proved(decided)).as("no extra").isEqualTo(listing.noExtra());
        case Claim.NoBlockedFlow claim ->
            assertThat(proved(decided)).as("nothing missing").isEqualTo(listing.nothingMissing());
        case Claim.FreeEndsAdmit claim ->
            assertThat(proved(decided)).as("left free").isEqualTo(listing.isFree());
        case Claim.NoUndeclaredPath claim -> {
          if (decided.verdict() instanceof Verdict.Proved) {
            assertThat(listing.noUndeclaredPath()).as("no undeclared path").isTrue();
          }
          if (decided.verdict() instanceof Verdict.Refuted) {
            assertThat(listing.noUndeclaredPath()).as("an undeclared path").isFalse();
          }
        }
        case Claim.NoSharedPod shared -> throw new AssertionError("looked at already");
        case Claim.Asserted(Assertion assertion) -> {
          List<Waiver> waivers =
              program.waivers().stream()
                  .filter(w -> w.assertion().equals(assertion.name()))
                  .toList();
          List<Waiver> used =
              waivers.stream().filter(w -> listing.excusesSomething(assertion, w)).toList();
          assertThat(decided.verdict()).isNotInstanceOf(Verdict.Inconclusive.class);
          boolean holds = listing.holds(assertion, waivers);
          if (holds && !used.isEmpty()) {
            assertThat(decided.verdict()).as("%s", assertion).isEqualTo(new Verdict.Waived(used));
          } else {
            assertThat(proved(decided)).as("%s", assertion).isEqualTo(holds);
          }
          waivers.stream().filter(w -> !used.contains(w)).forEach(unused::add);
        }
      }
    }
    assertThat(result.unusedWaivers()).as("unused").isEqualTo(unused);
    assertThat(refused).as("refused").isEqualTo(listing.refused());
    return result;
  }

  /** Counts the kinds of claims and verdicts, because a kind that never occurs is not tested. */
  private static void countKinds(VerificationResult result) {
    boolean waivedConnections = false;
    boolean waivedPaths = false;
    boolean brokenTiers = false;
    for (ClaimVerdict decided : result.verdicts()) {
      if (decided.claim() instanceof Claim.Asserted(Assertion assertion)) {
        boolean waived = decided.verdict() instanceof Verdict.Waived;
        waivedPaths |= waived && assertion instanceof Assertion.NoPath;
        waivedConnections |= waived && !(assertion instanceof Assertion.NoPath);
        brokenTiers |=
            decided.verdict() instanceof Verdict.Refuted
                && assertion instanceof Assertion.TiersAdjacent;
      }
    }
    countSome("waived connections", waivedConnections);
    countSome("waived paths", waivedPaths);
    countSome("broken tiers", brokenTiers);
    countSome("unused waivers", !result.unusedWaivers().isEmpty());
    countSome("assumed", !result.assumed().isEmpty());
  }

  private static void countSome(String label, boolean is) {
    Statistics.label(label)
        .collect(is)
        .coverage(coverage -> coverage.check(true).count(count -> count > 0));
  }

  private static boolean proved(ClaimVerdict decided) {
    assertThat(decided.verdict()).isNotInstanceOf(Verdict.Inconclusive.class);
    return decided.verdict() instanceof Verdict.Proved;
  }

  /** Decides all claims by listing every pair of ends. */
  private static final class Listing {
    private final ZoneProgram program;
    private final Intent intent;
    private final Semantics must;
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final List<Endpoint> everything = new ArrayList<>();
    private final List<Disjointness.Pair> assumed;
    private final List<Link> links = new ArrayList<>();

    Listing(World world, ZoneProgram program, Reading reading) {
      this.program = program;
      this.intent = new Intent(program);
      Semantics may = new Semantics(world, reading, program.cluster());
      this.must = new Semantics(world, reading.withPermissive(false), program.cluster());
      List<Namespace> namespaces = new ArrayList<>(world.namespaces());
      namespaces.add(Namespace.declared("elsewhere", Map.of()));
      boolean v6 = !program.cluster().podsDeclared();
      List<String> podAddresses =
          program.cluster().podsDeclared()
              ? List.of("10.244.0.5")
              : List.of("10.0.0.5", "10.9.0.5", "192.168.0.5");
      for (Namespace namespace : namespaces) {
        for (String app : List.of("", "a", "b", "zz")) {
          for (String address : podAddresses) {
            for (String twin : List.of("1", "2")) {
              List<IpAddress> addresses = new ArrayList<>(List.of(IpAddress.of(address)));
              if (v6) {
                addresses.add(IpAddress.of("fd00::5"));
              }
              endpoints.add(
                  new Endpoint.Pod(
                      namespace,
                      app + address + twin,
                      app.isEmpty() ? Map.of() : Map.of("app", app),
                      List.of(),
                      false,
                      "",
                      addresses));
            }
          }
        }
      }
      for (String address :
          List.of(
              "203.0.113.5",
              "8.8.8.8",
              "10.9.0.7",
              "10.1.1.1",
              "192.168.7.7",
              "fd00::7",
              "2600::1")) {
        endpoints.add(new Endpoint.External(IpAddress.of(address)));
      }
      assumed = assumed();
      endpoints.removeIf(e -> assumed.stream().anyMatch(pair -> isInBoth(e, pair)));
      for (Endpoint from : endpoints) {
        for (Endpoint to : endpoints) {
          link(from, to, may, must);
        }
      }
    }

    /** Returns pairs of zones that share pods and also have other pods. */
    private List<Disjointness.Pair> assumed() {
      everything.addAll(endpoints);
      List<Disjointness.Pair> pairs =
          program.disjoint().stream()
              .flatMap(d -> d.pairs().stream())
              .filter(this::inBoth)
              .toList();
      return pairs.stream()
          .filter(pair -> hasOthers(pair.first(), pairs) && hasOthers(pair.second(), pairs))
          .toList();
    }

    /** Returns pairs of zones that share pods, where one zone has no other pods. */
    List<Disjointness.Pair> refused() {
      return program.disjoint().stream()
          .flatMap(d -> d.pairs().stream())
          .filter(pair -> inBoth(pair) && !assumed.contains(pair))
          .toList();
    }

    private boolean hasOthers(Party.Zone zone, List<Disjointness.Pair> pairs) {
      return everything.stream()
          .anyMatch(e -> zone.contains(e) && pairs.stream().noneMatch(pair -> isInBoth(e, pair)));
    }

    boolean inBoth(Disjointness.Pair pair) {
      return everything.stream().anyMatch(e -> isInBoth(e, pair));
    }

    private static boolean isInBoth(Endpoint endpoint, Disjointness.Pair pair) {
      return pair.first().contains(endpoint) && pair.second().contains(endpoint);
    }

    private void link(Endpoint from, Endpoint to, Semantics may, Semantics must) {
      boolean bothOutside = from instanceof Endpoint.External && to instanceof Endpoint.External;
      if (bothOutside || from.equals(to)) {
        return;
      }
      for (Family family : Family.values()) {
        if (!has(from, family) || !has(to, family)) {
          continue;
        }
        for (Protocol protocol : Protocol.values()) {
          for (int port : PORTS) {
            Connection connection =
                new Connection(from, to, family, new Transport.Ported(protocol, port));
            if (may.decide(connection).isAllowed()) {
              links.add(new Link(from, to, connection, must.decide(connection).isAllowed()));
            } else {
              blocked.add(connection);
            }
          }
        }
      }
    }

    private final List<Connection> blocked = new ArrayList<>();

    private static boolean has(Endpoint endpoint, Family family) {
      return switch (endpoint) {
        case Endpoint.External external -> external.address().family() == family;
        case Endpoint.Pod pod ->
            pod.addresses().stream().anyMatch(address -> address.family() == family);
        case Endpoint.Node node -> false;
      };
    }

    boolean noExtra() {
      return links.stream()
          .noneMatch(
              link -> intent.concerns(link.connection()) && !intent.declares(link.connection()));
    }

    boolean isFree() {
      List<Party.Zone> noEgress =
          program.zones().stream().filter(zone -> zone.denied().egress()).toList();
      List<Party.Zone> noIngress =
          program.zones().stream().filter(zone -> zone.denied().ingress()).toList();
      return Stream.concat(blocked.stream(), links.stream().map(Link::connection))
          .noneMatch(
              c ->
                  must.decide(c)
                          instanceof Decision.Judged(SideDecision egress, SideDecision ingress)
                      && ((!egress.admits() && !in(c.source(), noEgress))
                          || (!ingress.admits() && !in(c.destination(), noIngress))));
    }

    boolean nothingMissing() {
      return program.flows().stream()
          .noneMatch(
              flow ->
                  Stream.concat(blocked.stream(), links.stream().map(Link::connection))
                      .filter(
                          c -> covers(c, List.of(flow.from()), List.of(flow.to()), flow.service()))
                      .filter(intent::declares)
                      .anyMatch(c -> isBroken(flow, must.decide(c))));
    }

    /** A flow promises nothing about {@code any}. */
    private static boolean isBroken(Flow flow, Decision decision) {
      return decision instanceof Decision.Judged(SideDecision egress, SideDecision ingress)
          && ((!egress.admits() && !isAnyone(flow.from()))
              || (!ingress.admits() && !isAnyone(flow.to())));
    }

    private static boolean covers(
        Connection connection, List<Party> from, List<Party> to, Service service) {
      return in(connection.source(), from)
          && in(connection.destination(), to)
          && Intent.opens(service, connection.transport(), connection.destination());
    }

    private static boolean in(Endpoint endpoint, List<? extends Party> parties) {
      return parties.stream().anyMatch(party -> party.contains(endpoint));
    }

    private static boolean isAnyone(Party party) {
      return party instanceof Party.Anyone || party instanceof Party.Others;
    }

    /** Returns whether waivers excuse all violations of the assertion. */
    boolean holds(Assertion assertion, List<Waiver> waivers) {
      return assertion instanceof Assertion.NoPath claim
          ? wrongPaths(claim).allMatch(ends -> waivers.stream().anyMatch(w -> excuses(w, ends)))
          : violations(assertion).allMatch(c -> waivers.stream().anyMatch(w -> excuses(w, c)));
    }

    boolean excusesSomething(Assertion assertion, Waiver waiver) {
      return assertion instanceof Assertion.NoPath claim
          ? wrongPaths(claim).anyMatch(ends -> excuses(waiver, ends))
          : violations(assertion).anyMatch(c -> excuses(waiver, c));
    }

    private static boolean excuses(Waiver waiver, Connection connection) {
      return waiver.excused() instanceof Waiver.Excused.Connections(var from, var to, var service)
          && covers(connection, from, to, service);
    }

    private static boolean excuses(Waiver waiver, List<Endpoint> ends) {
      return waiver.excused() instanceof Waiver.Excused.Paths(var from, var to)
          && in(ends.getFirst(), from)
          && in(ends.getLast(), to);
    }

    private Stream<Connection> violations(Assertion assertion) {
      Stream<Connection> allowed = links.stream().map(Link::connection);
      return switch (assertion) {
        case Assertion.Never(var n, var from, var to, var service, var o) ->
            allowed.filter(c -> covers(c, from, to, service));
        case Assertion.Only(var n, var from, var among, var to, var service, var o) ->
            allowed.filter(
                c ->
                    (among.isEmpty() || in(c.source(), among))
                        && in(c.destination(), to)
                        && !covers(c, from, to, service));
        case Assertion.Isolated(var n, var zones, var o) ->
            allowed.filter(
                c -> (in(c.source(), zones) || in(c.destination(), zones)) && !intent.declares(c));
        case Assertion.Reachable(var n, var from, var to, var service, var o) ->
            Stream.concat(
                    blocked.stream(), links.stream().filter(l -> !l.must()).map(Link::connection))
                .filter(c -> covers(c, from, to, service));
        case Assertion.TiersAdjacent(var n, var tiers, var o) ->
            allowed.filter(c -> leadsAcross(c, tiers));
        case Assertion.NoPath claim -> throw new IllegalArgumentException("about paths");
      };
    }

    /** From a tier to another one that does not follow it. */
    private static boolean leadsAcross(Connection connection, List<Assertion.Tier> tiers) {
      for (int from = 0; from < tiers.size(); from++) {
        for (int to = 0; to < tiers.size(); to++) {
          if (in(connection.source(), tiers.get(from).zones())
              && in(connection.destination(), tiers.get(to).zones())
              && (to < from || to > from + 1)) {
            return true;
          }
        }
      }
      return false;
    }

    /** Returns the start and the target of each path that the claim forbids. */
    private Stream<List<Endpoint>> wrongPaths(Assertion.NoPath claim) {
      List<List<Endpoint>> ends = new ArrayList<>();
      Set<List<Endpoint>> pairs = linkPairs();
      for (Endpoint start : endpoints) {
        if (in(start, claim.from()) && !in(start, claim.via())) {
          reach(start, claim.via(), claim.within().orElse(1000), (from, to) -> true, pairs).stream()
              .filter(e -> in(e, claim.to()) && !in(e, claim.via()))
              .forEach(e -> ends.add(List.of(start, e)));
        }
      }
      return ends.stream();
    }

    boolean noUndeclaredPath() {
      List<Party> parties = new ArrayList<>(program.zones());
      parties.addAll(program.externals());
      Set<List<Endpoint>> real = linkPairs();
      Set<List<Endpoint>> meant = declaredPairs();
      for (Party party : parties) {
        Set<Endpoint> really = new HashSet<>();
        Set<Endpoint> meantly = new HashSet<>();
        for (Endpoint start : endpoints) {
          if (party.contains(start)) {
            really.addAll(reach(start, List.of(), 1000, (a, b) -> true, real));
            meantly.addAll(reach(start, List.of(), 1000, (a, b) -> true, meant));
          }
        }
        really.removeIf(e -> !in(e, parties) || meantly.contains(e));
        if (!really.isEmpty()) {
          return false;
        }
      }
      return true;
    }

    private Set<List<Endpoint>> linkPairs() {
      Set<List<Endpoint>> pairs = new HashSet<>();
      links.forEach(l -> pairs.add(List.of(l.from(), l.to())));
      return pairs;
    }

    private Set<List<Endpoint>> declaredPairs() {
      Set<List<Endpoint>> pairs = new HashSet<>();
      links.stream()
          .map(Link::connection)
          .filter(intent::declares)
          .forEach(c -> pairs.add(List.of(c.source(), c.destination())));
      blocked.stream()
          .filter(intent::declares)
          .forEach(c -> pairs.add(List.of(c.source(), c.destination())));
      return pairs;
    }

    private Set<Endpoint> reach(
        Endpoint start,
        List<Party> via,
        int within,
        BiPredicate<Endpoint, Endpoint> counts,
        Set<List<Endpoint>> pairs) {
      Set<Endpoint> reached = new LinkedHashSet<>();
      Set<Endpoint> frontier = Set.of(start);
      for (int hop = 0; hop < within && !frontier.isEmpty(); hop++) {
        Set<Endpoint> next = new LinkedHashSet<>();
        for (Endpoint from : frontier) {
          for (Endpoint to : endpoints) {
            if (!reached.contains(to)
                && pairs.contains(List.of(from, to))
                && counts.test(from, to)) {
              next.add(to);
            }
          }
        }
        reached.addAll(next);
        frontier = new LinkedHashSet<>(next);
        frontier.removeIf(e -> !relays(e) || in(e, via));
      }
      return reached;
    }

    private boolean relays(Endpoint endpoint) {
      boolean zoned = in(endpoint, program.zones());
      List<Party.Outside> owners =
          program.externals().stream().filter(e -> e.contains(endpoint)).toList();
      boolean relaying = owners.stream().anyMatch(Party.Outside::relay);
      return switch (endpoint) {
        case Endpoint.Pod pod -> zoned || relaying || owners.isEmpty();
        case Endpoint.External external -> relaying;
        case Endpoint.Node node -> false;
      };
    }
  }
}
