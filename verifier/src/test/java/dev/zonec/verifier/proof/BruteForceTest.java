package dev.zonec.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Service;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Intent;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.random.RandomCase;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Reading;
import dev.zonec.verifier.semantics.Semantics;
import dev.zonec.verifier.semantics.Side;
import dev.zonec.verifier.world.World;
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

/**
 * Verdicts over every pod that could exist equal those of listing them: on random worlds so small
 * that one endpoint for each that can be told apart, and a twin, are all there are.
 */
final class BruteForceTest {
  private static final int[] PORTS = {79, 80, 81, 91};

  private record Link(Endpoint from, Endpoint to, Connection connection, boolean must) {}

  @Property(tries = 60)
  void verdictsEqualThoseOfListingEveryEndpoint(@ForAll long seed) {
    RandomCase random = new RandomCase(seed, true);
    World world = random.world();
    ZoneProgram program = random.program();
    VerificationResult result =
        new Verification(world, program, Reading.MAY, Duration.ofMinutes(5), List.of())
            .runBothWays();
    Listing listing = new Listing(world, program);
    for (VerificationResult.Finding finding : result.findings()) {
      if (finding.verdict() instanceof Verdict.Vacuous) {
        continue;
      }
      switch (finding.claim()) {
        case Claim.NoExtra claim ->
            assertThat(proved(finding)).as("no extra").isEqualTo(listing.noExtra());
        case Claim.NothingMissing claim ->
            assertThat(proved(finding)).as("nothing missing").isEqualTo(listing.nothingMissing());
        case Claim.LeftFree claim ->
            assertThat(proved(finding)).as("left free").isEqualTo(listing.leftFree());
        case Claim.NoUndeclaredPath claim -> {
          if (finding.verdict() instanceof Verdict.Proved) {
            assertThat(listing.noUndeclaredPath()).as("no undeclared path").isTrue();
          }
          if (finding.verdict() instanceof Verdict.Refuted) {
            assertThat(listing.noUndeclaredPath()).as("an undeclared path").isFalse();
          }
        }
        case Claim.Asserted(Assertion assertion) ->
            assertThat(proved(finding)).as("%s", assertion).isEqualTo(listing.holds(assertion));
      }
    }
  }

  private static boolean proved(VerificationResult.Finding finding) {
    assertThat(finding.verdict()).isNotInstanceOf(Verdict.Inconclusive.class);
    return finding.verdict() instanceof Verdict.Proved;
  }

  /** Everything by enumeration. */
  private static final class Listing {
    private final ZoneProgram program;
    private final Intent intent;
    private final Semantics must;
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    Listing(World world, ZoneProgram program) {
      this.program = program;
      this.intent = new Intent(program);
      Semantics may = new Semantics(world, Reading.MAY, program.cluster());
      this.must = new Semantics(world, Reading.MUST, program.cluster());
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
      for (String address : List.of("203.0.113.5", "8.8.8.8", "10.9.0.7", "10.1.1.1", "2600::1")) {
        endpoints.add(new Endpoint.External(IpAddress.of(address)));
      }
      for (Endpoint from : endpoints) {
        for (Endpoint to : endpoints) {
          link(from, to, may, must);
        }
      }
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

    boolean leftFree() {
      List<Party.Zone> noEgress =
          program.zones().stream().filter(zone -> zone.denied().egress()).toList();
      List<Party.Zone> noIngress =
          program.zones().stream().filter(zone -> zone.denied().ingress()).toList();
      return Stream.concat(blocked.stream(), links.stream().map(Link::connection))
          .noneMatch(
              c ->
                  must.decide(c) instanceof Decision.Judged(Side egress, Side ingress)
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

    /** A flow promises nothing of {@code any}. */
    private static boolean isBroken(Flow flow, Decision decision) {
      return decision instanceof Decision.Judged(Side egress, Side ingress)
          && ((!egress.admits() && !(flow.from() instanceof Party.Anyone))
              || (!ingress.admits() && !(flow.to() instanceof Party.Anyone)));
    }

    private boolean surely(List<Party> from, List<Party> to, Service service) {
      return blocked.stream().noneMatch(c -> covers(c, from, to, service))
          && links.stream().noneMatch(l -> !l.must() && covers(l.connection(), from, to, service));
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

    boolean holds(Assertion assertion) {
      return switch (assertion) {
        case Assertion.Never(var n, var from, var to, var service, var o) ->
            links.stream().noneMatch(l -> covers(l.connection(), from, to, service));
        case Assertion.Only(var n, var from, var to, var service, var o) ->
            links.stream()
                .noneMatch(l -> in(l.to(), to) && !covers(l.connection(), from, to, service));
        case Assertion.Isolated(var n, var zones, var o) ->
            links.stream()
                .noneMatch(
                    l ->
                        (in(l.from(), zones) || in(l.to(), zones))
                            && !intent.declares(l.connection()));
        case Assertion.Reachable(var n, var from, var to, var service, var o) ->
            surely(from, to, service);
        case Assertion.NoPath claim -> noPath(claim);
      };
    }

    private boolean noPath(Assertion.NoPath claim) {
      for (Endpoint start : endpoints) {
        if (in(start, claim.from()) && !in(start, claim.via())) {
          Set<Endpoint> reached =
              reach(
                  start, claim.via(), claim.within().orElse(1000), (from, to) -> true, linkPairs());
          if (reached.stream().anyMatch(e -> in(e, claim.to()) && !in(e, claim.via()))) {
            return false;
          }
        }
      }
      return true;
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
