package dev.zonec.verifier.query;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Service;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.semantics.Reading;
import dev.zonec.verifier.semantics.Semantics;
import dev.zonec.verifier.world.Workload;
import dev.zonec.verifier.world.World;
import dev.zonec.verifier.world.service.ServiceEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers questions about a world. */
public final class QueryEngine {
  /** Whoever forwards for Ingresses and routes; no address is known. */
  private static final Place INGRESS =
      new Place(
          new Endpoint.Pod(
              Namespace.undeclared("(elsewhere)"),
              "(controller)",
              Map.of(),
              List.of(),
              false,
              "",
              List.of()),
          "ingress");

  private final World world;
  private final ZoneProgram program;
  private final Reading reading;
  private final List<Place> places;

  /**
   * @param world what the manifests declare
   * @param program whose externals do not relay; it need not declare anything
   * @param reading how undefined points are resolved
   */
  public QueryEngine(World world, ZoneProgram program, Reading reading) {
    this.world = world;
    this.program = program;
    this.reading = reading;
    List<Place> all = new ArrayList<>();
    for (Workload workload : world.workloads()) {
      all.add(new Place(workload.pod(), workload.label()));
    }
    this.places = all;
  }

  /** What is wrong with the question: an end that names no workload or Service. */
  public List<Diagnostic> problems(Query query) {
    List<Diagnostic> problems = new ArrayList<>(new ServiceQuestion(world).problems(query));
    for (Query.End end : List.of(query.from(), query.to())) {
      if (end instanceof Query.End.OfWorkload(var namespace, var name, var origin)
          && places.stream().noneMatch(place -> isIn(place, end))) {
        List<String> names =
            world.workloads().stream()
                .map(w -> w.pod().namespace().name() + "/" + w.name())
                .toList();
        Diagnostic unknown =
            Diagnostic.error(
                Code.ZC0520,
                origin,
                "no manifest declares a workload `" + namespace + "/" + name + "`");
        problems.add(
            NearestName.to(namespace + "/" + name, names)
                .map(near -> unknown.help("did you mean `" + near + "`?"))
                .orElse(unknown));
      }
    }
    return problems;
  }

  /** What the answer does not cover, for it is named in the manifests and not declared. */
  public List<Diagnostic> missing(Query query) {
    return query.from() instanceof Query.End.Entrances ? EntranceRows.missing(world) : List.of();
  }

  /** The answer to a question without problems. */
  public Answer answer(Query query) {
    List<Place> all = new ArrayList<>(places);
    all.addAll(Addresses.of(world, program, query));
    Semantics semantics = new Semantics(world, reading, program.cluster());
    Connectivity connectivity = new Connectivity(world, semantics, query.service());
    if (query.from() instanceof Query.End.Entrances) {
      List<Place> reached = all.stream().filter(place -> isIn(place, query.to())).toList();
      return entrances(semantics, reached, query.service());
    }
    List<Place> from = all.stream().filter(place -> isIn(place, query.from())).toList();
    if (query.to() instanceof Query.End.OfService end) {
      ServiceEntry service = new ServiceQuestion(world).service(end).orElseThrow();
      List<Place> outside =
          all.stream().filter(place -> place.endpoint() instanceof Endpoint.External).toList();
      return new Answer.ThroughService(
          new ServiceRows(world, semantics, reading, connectivity)
              .of(from, service, query.service(), outside));
    }
    List<Place> to = all.stream().filter(place -> isIn(place, query.to())).toList();
    return query.path()
        ? paths(from, to, all, connectivity, query.service())
        : connections(from, to, connectivity, query.service());
  }

  /** What comes in by Ingresses and routes, to those that are asked for, on ports that are. */
  private Answer entrances(Semantics semantics, List<Place> to, Service asked) {
    List<Answer.Row> rows = new ArrayList<>();
    for (EntranceRows.Row row : EntranceRows.of(world, semantics, reading)) {
      OpenPorts ports = row.ports().within(asked, row.workload().pod());
      for (Place place : to) {
        if (place.endpoint().equals(row.workload().pod()) && !ports.isEmpty()) {
          rows.add(new Answer.Row(INGRESS, place, ports));
        }
      }
    }
    return new Answer.Connections(rows);
  }

  private static Answer connections(
      List<Place> from, List<Place> to, Connectivity connectivity, Service service) {
    List<Answer.Row> rows = new ArrayList<>();
    for (Place source : from) {
      for (Place destination : to) {
        if (differ(source, destination)) {
          OpenPorts ports = connectivity.open(source.endpoint(), destination.endpoint(), service);
          if (!ports.isEmpty()) {
            rows.add(new Answer.Row(source, destination, ports));
          }
        }
      }
    }
    return new Answer.Connections(rows);
  }

  /** Replicas of one workload are one place; strangers' talk among themselves is not asked for. */
  private static boolean differ(Place a, Place b) {
    boolean bothOutside =
        a.endpoint() instanceof Endpoint.External && b.endpoint() instanceof Endpoint.External;
    return !bothOutside && !a.equals(b);
  }

  private Answer paths(
      List<Place> from,
      List<Place> to,
      List<Place> all,
      Connectivity connectivity,
      Service service) {
    List<Answer.Path> paths = new ArrayList<>();
    for (Place source : from) {
      List<List<Place>> routes = routes(source, all, connectivity);
      for (Place destination : to) {
        if (differ(source, destination)) {
          shortest(routes, destination, connectivity, service).ifPresent(paths::add);
        }
      }
    }
    return new Answer.Paths(paths);
  }

  /** The first of {@code routes}, shortest first, from whose end the service may be opened. */
  private static Optional<Answer.Path> shortest(
      List<List<Place>> routes, Place destination, Connectivity connectivity, Service service) {
    for (List<Place> route : routes) {
      if (!route.contains(destination) && differ(route.getLast(), destination)) {
        Optional<Answer.Hop> last = hop(route.getLast(), destination, connectivity, service);
        if (last.isPresent()) {
          List<Answer.Hop> hops = new ArrayList<>();
          for (int i = 0; i + 1 < route.size(); i++) {
            hop(route.get(i), route.get(i + 1), connectivity, new Service.Anything())
                .ifPresent(hops::add);
          }
          hops.add(last.get());
          return Optional.of(new Answer.Path(hops));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Answer.Hop> hop(
      Place from, Place to, Connectivity connectivity, Service service) {
    OpenPorts ports = connectivity.open(from.endpoint(), to.endpoint(), service);
    return ports.ranges().entrySet().stream()
        .findFirst()
        .map(
            entry -> {
              Protocol protocol = entry.getKey();
              Transport transport =
                  new Transport.Ported(protocol, entry.getValue().getFirst().first());
              return new Answer.Hop(
                  from,
                  to,
                  ports,
                  transport,
                  connectivity.decide(from.endpoint(), to.endpoint(), transport));
            });
  }

  /** A shortest route to every place that paths may go on from, shortest first. */
  private List<List<Place>> routes(Place source, List<Place> all, Connectivity connectivity) {
    List<List<Place>> routes = new ArrayList<>();
    Set<Place> seen = new HashSet<>(Set.of(source));
    routes.add(List.of(source));
    for (int i = 0; i < routes.size(); i++) {
      List<Place> route = routes.get(i);
      Place at = route.getLast();
      for (Place next : all) {
        boolean open =
            !seen.contains(next)
                && relays(next)
                && differ(at, next)
                && !connectivity
                    .open(at.endpoint(), next.endpoint(), new Service.Anything())
                    .isEmpty();
        if (open) {
          seen.add(next);
          List<Place> longer = new ArrayList<>(route);
          longer.add(next);
          routes.add(longer);
        }
      }
    }
    return routes;
  }

  /** Pods relay unless they belong to an external that does not; addresses only where they do. */
  private boolean relays(Place place) {
    boolean zoned = program.zones().stream().anyMatch(zone -> zone.contains(place.endpoint()));
    List<Party.Outside> owners =
        program.externals().stream().filter(e -> e.contains(place.endpoint())).toList();
    boolean relaying = owners.stream().anyMatch(Party.Outside::relay);
    return zoned || relaying || (place.endpoint() instanceof Endpoint.Pod && owners.isEmpty());
  }

  private static boolean isIn(Place place, Query.End end) {
    return switch (end) {
      case Query.End.Anywhere anywhere -> true;
      case Query.End.OfParty(var party, var origin) -> party.contains(place.endpoint());
      case Query.End.OfPods(var pods, var origin) ->
          place.endpoint() instanceof Endpoint.Pod pod && pods.contains(pod);
      case Query.End.OfAddresses(var block, var origin) ->
          place.endpoint() instanceof Endpoint.External external
              && block.contains(external.address());
      case Query.End.OfService service -> false;
      case Query.End.Entrances entrances -> false;
      case Query.End.OfWorkload(var namespace, var name, var origin) ->
          place.endpoint() instanceof Endpoint.Pod pod
              && pod.namespace().name().equals(namespace)
              && place.label().startsWith(namespace + "/" + name + " (");
    };
  }
}
