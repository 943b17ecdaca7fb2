package dev.zonec.verifier.proof;

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
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Semantics;
import dev.zonec.verifier.semantics.SideDecision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Decides all claims by listing every pair of ends. */
final class Listing {
  private static final int[] PORTS = {79, 80, 81, 91};

  private record Link(Endpoint from, Endpoint to, Connection connection, boolean must) {}

  private final ZoneProgram program;
  private final Intent intent;
  private final Semantics must;
  private final List<Endpoint> endpoints = new ArrayList<>();
  private final List<Endpoint> everything = new ArrayList<>();
  final List<Disjointness.Pair> assumed;
  private final List<Link> links = new ArrayList<>();

  /** Lists two pods of each kind that a tiny random case can tell apart. */
  Listing(World world, ZoneProgram program, Reading reading) {
    this(world, program, reading, podsOf(world, program), true);
  }

  /**
   * @param pods the pods that exist
   * @param assuming whether zones that the program declares disjoint are assumed to share no pod
   */
  Listing(
      World world,
      ZoneProgram program,
      Reading reading,
      List<Endpoint.Pod> pods,
      boolean assuming) {
    this.program = program;
    this.intent = new Intent(program);
    Semantics may = new Semantics(world, reading, program.cluster());
    this.must = new Semantics(world, reading.withPermissive(false), program.cluster());
    endpoints.addAll(pods);
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
    everything.addAll(endpoints);
    assumed = assuming ? assumed() : List.of();
    endpoints.removeIf(e -> assumed.stream().anyMatch(pair -> isInBoth(e, pair)));
    for (Endpoint from : endpoints) {
      for (Endpoint to : endpoints) {
        link(from, to, may, must);
      }
    }
  }

  private static List<Endpoint.Pod> podsOf(World world, ZoneProgram program) {
    List<Endpoint.Pod> pods = new ArrayList<>();
    List<Namespace> namespaces = new ArrayList<>(world.namespaces());
    namespaces.add(Namespace.declared("elsewhere", Map.of()));
    for (Namespace namespace : namespaces) {
      for (String app : List.of("", "a", "b", "zz")) {
        Map<String, String> labels = app.isEmpty() ? Map.of() : Map.of("app", app);
        for (List<IpAddress> addresses : addresses(program)) {
          for (String twin : List.of("1", "2")) {
            String name = app + addresses.getFirst() + twin;
            pods.add(new Endpoint.Pod(namespace, name, labels, List.of(), false, "", addresses));
          }
        }
      }
    }
    return pods;
  }

  /** Returns an address of each kind that a tiny random case can tell apart, for pods. */
  static List<List<IpAddress>> addresses(ZoneProgram program) {
    return program.cluster().podsDeclared()
        ? List.of(List.of(IpAddress.of("10.244.0.5")))
        : Stream.of("10.0.0.5", "10.9.0.5", "192.168.0.5")
            .map(address -> List.of(IpAddress.of(address), IpAddress.of("fd00::5")))
            .toList();
  }

  /** Returns pairs of zones that share pods and also have other pods. */
  private List<Disjointness.Pair> assumed() {
    List<Disjointness.Pair> pairs =
        program.disjoint().stream().flatMap(d -> d.pairs().stream()).filter(this::inBoth).toList();
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
                must.decide(c) instanceof Decision.Judged(SideDecision egress, SideDecision ingress)
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
  static boolean leadsAcross(Connection connection, List<Assertion.Tier> tiers) {
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
          if (!reached.contains(to) && pairs.contains(List.of(from, to)) && counts.test(from, to)) {
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
