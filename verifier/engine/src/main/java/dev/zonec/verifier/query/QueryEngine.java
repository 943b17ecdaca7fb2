package dev.zonec.verifier.query;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.diagnostics.Span;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.kubernetes.address.ClusterAddresses;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.closed.ClosedEngine;
import dev.zonec.verifier.closed.bits.BitMatrix;
import dev.zonec.verifier.closed.endpoint.Distinctions;
import dev.zonec.verifier.semantics.Semantics;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Answers questions about a world ({@code spec/query.md}). The closed-world engine decides all
 * connections; the concrete semantics evaluates the hops of paths again.
 */
public final class QueryEngine {
  /**
   * The source of connections through Ingresses and routes. No manifest declares the pods of the
   * controller.
   */
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
   * @param world the declared objects
   * @param program the program that defines externals and relays; it may be empty
   * @param reading how points that the Kubernetes API leaves open are resolved
   */
  public QueryEngine(World world, ZoneProgram program, Reading reading) {
    this.world = program.namespacesDeclared() ? world.withNamespacesDeclared() : world;
    this.program = program.withCluster(new ClusterAddresses(world, program.cluster()).seen());
    this.reading = reading;
  }

  /**
   * Returns an error for each end of the question that names no declared workload or Service, and
   * for each kind of question that a Service or entrance does not support.
   */
  public List<Diagnostic> problems(Query query) {
    List<Diagnostic> problems = new ArrayList<>(new ServiceQuestion(world).problems(query));
    problems.addAll(problems(query.ends()));
    return problems;
  }

  /** Returns an error for each of {@code ends} that names no declared workload. */
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
                .or(() -> NamesWithKinds.workload(asked.toString(), names))
                .or(() -> NearestName.to(asked.toString(), names))
                .map(near -> "did you mean `" + near + "`?")
                .or(() -> partLabel(asked))
                .map(unknown::help)
                .orElse(unknown));
      }
    }
    return problems;
  }

  /** Returns a help for a part that a declared workload does not have; or empty. */
  private Optional<String> partLabel(Query.End.OfWorkload asked) {
    return LabelSuggestions.help(
        asked.labels(),
        world.workloads().stream()
            .filter(w -> w.isCalled(asked.namespace(), asked.name(), "", Selector.EVERYTHING))
            .toList());
  }

  /**
   * Returns the name of a Service in questions, such as {@code svc/shop/web}, for the first Service
   * called {@code name}.
   */
  private Optional<String> service(String name) {
    return world.services().stream()
        .map(ServiceEntry::id)
        .filter(id -> id.name().equals(name))
        .map(id -> "svc/" + id)
        .findFirst();
  }

  /**
   * Returns errors about Services that entrances refer to and no manifest declares. The answer
   * lacks the connections through them.
   */
  public List<Diagnostic> missing(Query query) {
    return query.from() instanceof Query.End.Entrances ? EntranceRows.missing(world) : List.of();
  }

  /**
   * Returns the answer to a question for which {@link #problems(Query)} is empty.
   *
   * @param maxPaths the maximum number of shortest paths for each pair of ends, at least one
   */
  public Answer answer(Query query, int maxPaths) {
    Prepared prepared = prepare(query);
    AnswerEnds ends = prepared.ends();
    OpenPortLookup openings = new OpenPortLookup(prepared.engine(), prepared.ports());
    Semantics semantics = new Semantics(world, reading, program.cluster());
    if (query.from() instanceof Query.End.Entrances) {
      return entrances(semantics, ends.getAll(ends.in(query.to())), query.service());
    }
    if (query.to() instanceof Query.End.OfService end) {
      ServiceEntry named = new ServiceQuestion(world).service(end).orElseThrow();
      return new Answer.ThroughService(
          new ServiceRows(world, semantics, reading, openings)
              .of(ends.getAll(ends.in(query.from())), named, query.service(), ends.outside()));
    }
    return query.path()
        ? paths(prepared, openings, semantics).answer(query, maxPaths)
        : connections(query, prepared, openings);
  }

  /**
   * Returns the same answer with one row for ends that the answer does not tell apart. Answers
   * about Services and entrances have a row for each end.
   *
   * @param maxPaths the maximum number of shortest paths for each row, at least one
   */
  public Answer joinedAnswer(Query query, int maxPaths) {
    if (!joins(query)) {
      return answer(query, maxPaths);
    }
    Prepared prepared = prepare(query);
    OpenPortLookup openings = new OpenPortLookup(prepared.engine(), prepared.ports());
    EndNames names = EndNames.of(prepared.ends(), world.workloads());
    Semantics semantics = new Semantics(world, reading, program.cluster());
    return query.path()
        ? paths(prepared, openings, semantics).joined(names).answer(query, maxPaths)
        : new JoinedConnectionSearch(prepared.engine(), prepared.ends(), openings, names)
            .answer(query);
  }

  /** Whether an answer to {@code query} can have one row for several ends. */
  public static boolean joins(Query query) {
    return !(query.from() instanceof Query.End.Entrances)
        && !(query.to() instanceof Query.End.OfService);
  }

  private PathAnswers paths(Prepared prepared, OpenPortLookup openings, Semantics semantics) {
    HopReplay replay = new HopReplay(semantics, reading.permissive());
    return new PathAnswers(prepared.engine(), prepared.ends(), openings, replay, program);
  }

  /** Returns the blast radius of {@code end}, for which {@link #problems(List)} is empty. */
  public BlastRadius blastRadius(Query.End end) {
    Prepared prepared = prepare(Query.from(end));
    AnswerEnds ends = prepared.ends();
    OpenPortLookup openings = new OpenPortLookup(prepared.engine(), prepared.ports());
    Semantics semantics = new Semantics(world, reading, program.cluster());
    List<AnswerEnd> own = ends.getAll(ends.in(end));
    return new BlastSearch(paths(prepared, openings, semantics))
        .of(end, own, entrances(semantics, own, new Service.Anything()));
  }

  /**
   * Returns what {@code end}, for which {@link #problems(List)} is empty, gains if an attacker can
   * change labels of the pods in {@code namespaces} that the program does not protect from tenants.
   */
  public Relabelling relabelled(Query.End end, Set<String> namespaces) {
    RelabelledWorkloads workloads = RelabelledWorkloads.of(world, namespaces, program.trust());
    QueryEngine changed = new QueryEngine(workloads.world(), program, reading);
    Prepared prepared = changed.prepare(Query.from(end));
    RelabelSearch search =
        new RelabelSearch(
            workloads,
            prepared.engine(),
            prepared.ends(),
            new OpenPortLookup(prepared.engine(), prepared.ports()),
            new HopReplay(new Semantics(world, reading, program.cluster()), reading.permissive()),
            program);
    List<Integer> own =
        prepared.ends().in(end).stream().filter(each -> !workloads.isVariant(each)).toList();
    return new Relabelling(
        List.copyOf(new TreeSet<>(namespaces)), search.gains(own), workloads.complete());
  }

  /**
   * Returns the workloads and addresses that {@code end} includes. The end is neither a Service nor
   * an entrance.
   */
  public Answer.Members members(Query.End end) {
    AnswerEnds ends = prepare(Query.from(end)).ends();
    return new Answer.Members(ends.getAll(ends.in(end)));
  }

  /** Divides all workloads and addresses into groups that may connect alike. */
  public ConnectedGroups connectedGroups() {
    Query.End anywhere = new Query.End.Anywhere(Span.NOWHERE);
    Prepared prepared = prepare(Query.from(anywhere));
    return new ConnectedGroups(
        prepared.engine(),
        prepared.ends(),
        prepared.ends().in(anywhere),
        new OpenPortLookup(prepared.engine(), prepared.ports()),
        new PortDecisions(
            prepared.engine(),
            prepared.ports(),
            new Semantics(world, reading, program.cluster()),
            reading.permissive()));
  }

  /**
   * Returns what the addresses of {@code outside} reach. The end is an external or an address
   * block.
   */
  public InternetReach internetReach(Query.End outside) {
    Prepared prepared = prepare(Query.from(outside));
    return new InternetReach(
        world,
        program,
        reading,
        prepared.engine(),
        prepared.ends(),
        new OpenPortLookup(prepared.engine(), prepared.ports()),
        prepared.ends().in(outside));
  }

  /**
   * Decides the connections of a question for which {@link #problems(Query)} is empty: one outcome
   * for each pair of ends and each set of reasons. A question about paths is treated as one about
   * single connections.
   */
  public List<ConnectionOutcome> decisions(Query query) {
    return decisions(query, (from, to) -> true);
  }

  /**
   * Does the same for those pairs of ends that {@code wanted} accepts. A question about a Service
   * or about entrances has no other pairs.
   */
  public List<ConnectionOutcome> decisions(Query query, BiPredicate<AnswerEnd, AnswerEnd> wanted) {
    Prepared prepared = prepare(query);
    AnswerEnds ends = prepared.ends();
    Semantics semantics = new Semantics(world, reading, program.cluster());
    PortDecisions listing =
        new PortDecisions(prepared.engine(), prepared.ports(), semantics, reading.permissive());
    if (query.from() instanceof Query.End.Entrances) {
      return new EntranceDecisions(world, semantics, reading)
          .of(ends.getAll(ends.in(query.to())), query.service());
    }
    if (query.to() instanceof Query.End.OfService end) {
      ServiceEntry named = new ServiceQuestion(world).service(end).orElseThrow();
      return new ServiceDecisions(world, semantics, reading, listing)
          .of(ends.getAll(ends.in(query.from())), named, query.service(), ends.outside());
    }
    List<ConnectionOutcome> rows = new ArrayList<>();
    List<Integer> destinations = ends.in(query.to());
    List<Integer> sources = ends.in(query.from());
    for (int i = 0; i < sources.size(); i++) {
      int from = sources.get(i);
      for (int to : destinations) {
        Progress.check(i, sources.size(), "sources");
        if (isListed(ends.get(from), ends.get(to)) && wanted.test(ends.get(from), ends.get(to))) {
          rows.addAll(listing.between(ends.get(from), ends.get(to)));
        }
      }
    }
    return rows;
  }

  /**
   * The engine for a question.
   *
   * @param ports the ports that the question asks for
   * @param engine the engine, with everything that the question distinguishes
   * @param ends the ends that the answer distinguishes
   */
  private record Prepared(QueryPorts ports, ClosedEngine engine, AnswerEnds ends) {}

  private Prepared prepare(Query query) {
    QueryPorts ports = new QueryPorts(query.service());
    ClosedEngine engine =
        new ClosedEngine(world, reading, program.cluster(), distinctions(query, ports));
    return new Prepared(ports, engine, new AnswerEnds(world, program, query, engine));
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
            .filter(address -> address.family() == family && asked.includes(address, end))
            .forEach(a -> addresses.add(AddressSet.ofCidrs(family, List.of(Cidr.only(a)))));
      }
    }
    return new Distinctions(addresses, service.ranges(world), service.ends(world));
  }

  /**
   * Returns the connections through Ingresses and routes to {@code to} on the ports of {@code
   * asked}.
   */
  private Answer.Connections entrances(Semantics semantics, List<AnswerEnd> to, Service asked) {
    List<Answer.Row> rows = new ArrayList<>();
    Map<Endpoint, List<AnswerEnd>> byEndpoint = new HashMap<>();
    to.forEach(end -> byEndpoint.computeIfAbsent(end.endpoint(), e -> new ArrayList<>()).add(end));
    for (EntranceRows.Row row : EntranceRows.of(world, semantics, reading)) {
      OpenPorts ports = row.ports().within(asked, row.workload().pod());
      for (AnswerEnd end : byEndpoint.getOrDefault(row.workload().pod(), List.of())) {
        if (!ports.isEmpty()) {
          rows.add(new Answer.Row(INGRESS, end, ports));
        }
      }
    }
    return new Answer.Connections(rows);
  }

  private static Answer connections(Query query, Prepared prepared, OpenPortLookup openings) {
    AnswerEnds ends = prepared.ends();
    EndsByClass destinations = new EndsByClass(prepared.engine(), ends.in(query.to()));
    BitMatrix asked = openings.asked();
    List<Answer.Row> rows = new ArrayList<>();
    List<Integer> sources = ends.in(query.from());
    for (int i = 0; i < sources.size(); i++) {
      Progress.check(i, sources.size(), "sources");
      int from = sources.get(i);
      BitSet open = destinations.in(asked.row(prepared.engine().classOf(from)));
      for (int to = open.nextSetBit(0); to >= 0; to = open.nextSetBit(to + 1)) {
        if (isListed(ends.get(from), ends.get(to))) {
          rows.add(new Answer.Row(ends.get(from), ends.get(to), openings.asked(from, to)));
        }
      }
    }
    return new Answer.Connections(rows);
  }

  /**
   * Whether an answer lists connections between two ends: not from a workload to itself, and not
   * between two addresses.
   */
  static boolean isListed(AnswerEnd a, AnswerEnd b) {
    boolean bothOutside =
        !(a.endpoint() instanceof Endpoint.Pod) && !(b.endpoint() instanceof Endpoint.Pod);
    return !bothOutside && !a.equals(b);
  }
}
