package dev.zonec.verifier.query;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.kubernetes.address.ClusterAddresses;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.closed.ClosedEngine;
import dev.zonec.verifier.closed.endpoint.Distinctions;
import dev.zonec.verifier.deadline.Deadline;
import dev.zonec.verifier.semantics.Semantics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers questions about a world. */
public final class QueryEngine {
  /** Whoever forwards for Ingresses and routes; no address is known. */
  private static final AnswerEnd INGRESS =
      new AnswerEnd(
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

  /**
   * @param world what the manifests declare
   * @param program whose externals do not relay; it need not declare anything
   * @param reading how undefined points are resolved
   */
  public QueryEngine(World world, ZoneProgram program, Reading reading) {
    this.world = program.namespacesDeclared() ? world.withNamespacesDeclared() : world;
    this.program = program.withCluster(new ClusterAddresses(world, program.cluster()).seen());
    this.reading = reading;
  }

  /** What is wrong with the question: an end that names no workload or Service. */
  public List<Diagnostic> problems(Query query) {
    List<Diagnostic> problems = new ArrayList<>(new ServiceQuestion(world).problems(query));
    problems.addAll(problems(query.ends()));
    return problems;
  }

  /** What is wrong with the ends of a question: one that names no workload. */
  public List<Diagnostic> problems(List<Query.End> ends) {
    List<Diagnostic> problems = new ArrayList<>();
    for (Query.End end : ends) {
      if (end instanceof Query.End.OfWorkload asked
          && world.workloads().stream().noneMatch(w -> AnswerEnds.isNamed(w, asked))) {
        List<String> names =
            world.workloads().stream()
                .flatMap(w -> Stream.of(w.whole(), w.name()).map(n -> w.namespace() + "/" + n))
                .distinct()
                .toList();
        Diagnostic unknown =
            Diagnostic.error(
                Code.ZC0520, asked.span(), "no manifest declares a workload `" + asked + "`");
        problems.add(
            (asked.namespace().equals("svc") ? service(asked.name()) : Optional.<String>empty())
                .or(() -> NearestName.to(asked.toString(), names))
                .map(near -> unknown.help("did you mean `" + near + "`?"))
                .orElse(unknown));
      }
    }
    return problems;
  }

  /** How a question names a Service that is called so. */
  private Optional<String> service(String name) {
    return world.services().stream()
        .map(ServiceEntry::id)
        .filter(id -> id.name().equals(name))
        .map(id -> "svc/" + id)
        .findFirst();
  }

  /** What the answer does not cover, for it is named in the manifests and not declared. */
  public List<Diagnostic> missing(Query query) {
    return query.from() instanceof Query.End.Entrances ? EntranceRows.missing(world) : List.of();
  }

  /**
   * The answer to a question without problems.
   *
   * @param maxPaths how many shortest paths are listed for each pair of ends, at least one
   */
  public Answer answer(Query query, int maxPaths) {
    QueryPorts service = new QueryPorts(query.service());
    ClosedEngine engine =
        new ClosedEngine(world, reading, program.cluster(), distinctions(query, service));
    AnswerEnds places = new AnswerEnds(world, program, query, engine);
    OpenPortLookup openings = new OpenPortLookup(engine, service);
    Semantics semantics = new Semantics(world, reading, program.cluster());
    if (query.from() instanceof Query.End.Entrances) {
      return entrances(semantics, places.ofAll(places.in(query.to())), query.service());
    }
    if (query.to() instanceof Query.End.OfService end) {
      ServiceEntry named = new ServiceQuestion(world).service(end).orElseThrow();
      return new Answer.ThroughService(
          new ServiceRows(world, semantics, reading, openings)
              .of(places.ofAll(places.in(query.from())), named, query.service(), places.outside()));
    }
    if (!query.path()) {
      return connections(query, places, openings);
    }
    HopReplay replay = new HopReplay(semantics, reading.permissive());
    return new PathAnswers(engine, places, openings, replay, program).answer(query, maxPaths);
  }

  /** The workloads and addresses that {@code end} stands for, which is no Service or entrance. */
  public Answer members(Query.End end) {
    Query whole = Query.from(end);
    ClosedEngine engine =
        new ClosedEngine(
            world,
            reading,
            program.cluster(),
            distinctions(whole, new QueryPorts(whole.service())));
    AnswerEnds places = new AnswerEnds(world, program, whole, engine);
    return new Answer.Members(places.ofAll(places.in(end)));
  }

  /**
   * Why the connections of a question without problems are allowed, or not: between each pair of
   * its ends a row for each set of reasons. A question for paths is one for their single hops.
   */
  public List<ConnectionOutcome> decisions(Query query) {
    QueryPorts service = new QueryPorts(query.service());
    ClosedEngine engine =
        new ClosedEngine(world, reading, program.cluster(), distinctions(query, service));
    AnswerEnds places = new AnswerEnds(world, program, query, engine);
    Semantics semantics = new Semantics(world, reading, program.cluster());
    PortDecisions listing = new PortDecisions(engine, service, semantics, reading.permissive());
    if (query.from() instanceof Query.End.Entrances) {
      return new EntranceDecisions(world, semantics, reading)
          .of(places.ofAll(places.in(query.to())), query.service());
    }
    if (query.to() instanceof Query.End.OfService end) {
      ServiceEntry named = new ServiceQuestion(world).service(end).orElseThrow();
      return new ServiceDecisions(world, semantics, reading, listing)
          .of(places.ofAll(places.in(query.from())), named, query.service(), places.outside());
    }
    List<ConnectionOutcome> rows = new ArrayList<>();
    List<Integer> destinations = places.in(query.to());
    for (int from : places.in(query.from())) {
      for (int to : destinations) {
        Deadline.check();
        if (areDistinct(places.get(from), places.get(to))) {
          rows.addAll(listing.between(places.get(from), places.get(to)));
        }
      }
    }
    return rows;
  }

  private Distinctions distinctions(Query query, QueryPorts service) {
    List<AddressSet> addresses = new ArrayList<>();
    QueryAddresses asked = new QueryAddresses(world, program.cluster());
    for (Family family : Family.values()) {
      addresses.add(program.cluster().externalAddresses(family));
      for (Party.Outside external : program.externals()) {
        if (external instanceof Party.Addresses some) {
          addresses.add(AddressSet.of(family, some.blocks()));
        }
      }
      for (Query.End end : query.ends()) {
        addresses.add(AddressSet.of(family, QueryAddresses.of(end)));
        world.nodes().stream()
            .flatMap(node -> node.addresses().stream())
            .filter(address -> address.family() == family && asked.asksFor(address, end))
            .forEach(a -> addresses.add(AddressSet.ofCidrs(family, List.of(Cidr.only(a)))));
      }
    }
    return new Distinctions(addresses, service.ranges(world), service.ends(world));
  }

  /** What comes in by Ingresses and routes, to those that are asked for, on ports that are. */
  private Answer entrances(Semantics semantics, List<AnswerEnd> to, Service asked) {
    List<Answer.Row> rows = new ArrayList<>();
    for (EntranceRows.Row row : EntranceRows.of(world, semantics, reading)) {
      OpenPorts ports = row.ports().within(asked, row.workload().pod());
      for (AnswerEnd place : to) {
        if (place.endpoint().equals(row.workload().pod()) && !ports.isEmpty()) {
          rows.add(new Answer.Row(INGRESS, place, ports));
        }
      }
    }
    return new Answer.Connections(rows);
  }

  private static Answer connections(Query query, AnswerEnds places, OpenPortLookup openings) {
    List<Answer.Row> rows = new ArrayList<>();
    List<Integer> destinations = places.in(query.to());
    for (int from : places.in(query.from())) {
      for (int to : destinations) {
        if (areDistinct(places.get(from), places.get(to))) {
          OpenPorts ports = openings.asked(from, to);
          if (!ports.isEmpty()) {
            rows.add(new Answer.Row(places.get(from), places.get(to), ports));
          }
        }
      }
    }
    return new Answer.Connections(rows);
  }

  /** Replicas of one workload are one place; strangers' talk among themselves is not asked for. */
  static boolean areDistinct(AnswerEnd a, AnswerEnd b) {
    boolean bothOutside =
        !(a.endpoint() instanceof Endpoint.Pod) && !(b.endpoint() instanceof Endpoint.Pod);
    return !bothOutside && !a.equals(b);
  }
}
