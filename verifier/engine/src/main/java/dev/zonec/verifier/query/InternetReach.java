package dev.zonec.verifier.query;

import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.closed.ClosedEngine;
import dev.zonec.verifier.closed.bits.BitMatrix;
import dev.zonec.verifier.closed.reachability.TransitiveClosure;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Semantics;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which workloads addresses outside of the cluster reach over any number of hops, and which
 * workloads reach each other. Everything is computed once for all workloads.
 */
public final class InternetReach {
  private final World world;
  private final ClosedEngine engine;
  private final AnswerEnds ends;
  private final PathHops hops;
  private final BitMatrix connections;
  private final BitSet relays;
  private final List<Integer> outside;
  private final Map<Integer, FirstHop> first;
  private final Levels exposed;
  private final Levels admitted;
  private @Nullable BitMatrix closure;

  /** A connection from outside to a workload, through an object that leads there. */
  private record FirstHop(InternetPath.Way way, PortDecision decision) {
    /** Whether policies admit the connection only if they see another source than the caller. */
    boolean isAsAnother() {
      return way instanceof InternetPath.Way.ThroughService(var service, var seenAs)
          && seenAs.isPresent();
    }
  }

  /** The shortest paths from some ends: the end before each end, and the number of hops. */
  private record Levels(Map<Integer, Integer> before, Map<Integer, Integer> hops) {}

  /**
   * @param outside the numbers of these addresses among {@code ends}
   */
  InternetReach(
      World world,
      ZoneProgram program,
      Reading reading,
      ClosedEngine engine,
      AnswerEnds ends,
      OpenPortLookup openings,
      List<Integer> outside) {
    this.world = world;
    this.engine = engine;
    this.ends = ends;
    this.outside =
        outside.stream()
            .filter(end -> ends.get(end).endpoint() instanceof Endpoint.External)
            .toList();
    Semantics semantics = new Semantics(world, reading, program.cluster());
    this.hops = new PathHops(ends, openings, new HopReplay(semantics, reading.permissive()));
    this.connections = openings.all();
    this.relays = AnswerEnds.bits(ends.where(end -> PathHops.relays(end, program)));
    this.first = firstHops(semantics, reading);
    // Of several shortest paths, one on which policies see the caller tells more.
    this.exposed =
        levels(
            first.keySet().stream().sorted(Comparator.comparing(end -> isAsAnother(end))).toList(),
            Set.of());
    this.admitted = levels(List.of(), new TreeSet<>(this.outside));
  }

  /** Returns the connections through Services, Ingresses and routes, by the number of the pod. */
  private Map<Integer, FirstHop> firstHops(Semantics semantics, Reading reading) {
    Map<Integer, FirstHop> found = new TreeMap<>();
    List<AnswerEnd> callers = ends.getAll(outside);
    Service.Anything any = new Service.Anything();
    PortDecisions listing =
        new PortDecisions(engine, new QueryPorts(any), semantics, reading.permissive());
    ServiceDecisions services = new ServiceDecisions(world, semantics, reading, listing);
    for (ServiceEntry service : world.services()) {
      if (service.reachedFromOutside()) {
        services.of(callers, service, any, ends.outside()).forEach(each -> add(each, found));
      }
    }
    List<AnswerEnd> admitting =
        EntranceRows.of(world, semantics, reading).stream()
            .map(EntranceRows.Row::workload)
            .map(workload -> new AnswerEnd(workload.pod(), workload.label()))
            .toList();
    new EntranceDecisions(world, semantics, reading)
        .of(admitting, any)
        .forEach(each -> add(each, found));
    return found;
  }

  private void add(ConnectionOutcome outcome, Map<Integer, FirstHop> found) {
    if (outcome instanceof PortDecision decided
        && decided.to().endpoint() instanceof Endpoint.Pod
        && decided.call().isPresent()) {
      ServiceCall call = decided.call().get();
      boolean allowed =
          call.entrance().isPresent()
              ? admitsIngress(decided.decision())
              : decided.decision().isAllowed();
      if (allowed) {
        Endpoint source = decided.from().endpoint();
        Optional<Endpoint> seenAs =
            outside.stream().anyMatch(end -> ends.get(end).equals(decided.from()))
                ? Optional.empty()
                : Optional.of(source);
        InternetPath.Way way =
            call.entrance()
                .<InternetPath.Way>map(InternetPath.Way.ThroughEntrance::new)
                .orElseGet(() -> new InternetPath.Way.ThroughService(call.service(), seenAs));
        found.merge(
            engine.ends().indexOf(decided.to().endpoint()),
            new FirstHop(way, decided),
            (one, other) -> one.isAsAnother() && !other.isAsAnother() ? other : one);
      }
    }
  }

  private boolean isAsAnother(int end) {
    return Objects.requireNonNull(first.get(end)).isAsAnother();
  }

  /** The egress of the controller is not known, because its pods are not. */
  private static boolean admitsIngress(Decision decision) {
    return switch (decision) {
      case Decision.Judged(var egress, var ingress) -> ingress.admits();
      case Decision.SamePod same -> true;
      case Decision.OwnService own -> true;
    };
  }

  /**
   * Searches breadth first.
   *
   * @param reached the workloads that one hop reaches
   * @param sources the addresses from which the search begins
   */
  private Levels levels(List<Integer> reached, Set<Integer> sources) {
    Map<Integer, Integer> before = new LinkedHashMap<>();
    Map<Integer, Integer> number = new HashMap<>();
    List<List<Integer>> members = membersOfClasses();
    BitSet done = new BitSet();
    List<Integer> level = new ArrayList<>();
    for (int end : reached) {
      before.put(end, -1);
      number.put(end, 1);
      level.add(end);
    }
    for (int source : sources) {
      expand(source, 1, members, new BitSet(), before, number, level);
    }
    int hop = 1;
    while (!level.isEmpty()) {
      hop++;
      List<Integer> next = new ArrayList<>();
      for (int end : level) {
        Progress.check(number.size(), world.workloads().size(), "workloads");
        if (relays.get(end)) {
          expand(end, hop, members, done, before, number, next);
        }
      }
      level = next;
    }
    return new Levels(before, number);
  }

  /** Adds the workloads that {@code from} reaches and that have no path yet. */
  private void expand(
      int from,
      int hop,
      List<List<Integer>> members,
      BitSet done,
      Map<Integer, Integer> before,
      Map<Integer, Integer> number,
      List<Integer> next) {
    int own = engine.classOf(from);
    for (int c = 0; c < members.size(); c++) {
      if (done.get(c) || !connections.get(own, c)) {
        continue;
      }
      boolean all = true;
      for (int end : members.get(c)) {
        if (number.containsKey(end)) {
          continue;
        }
        if (end == from) {
          all = false;
          continue;
        }
        before.put(end, from);
        number.put(end, hop);
        next.add(end);
      }
      if (all) {
        done.set(c);
      }
    }
  }

  private List<List<Integer>> membersOfClasses() {
    List<List<Integer>> members = new ArrayList<>();
    for (int c = 0; c < engine.classes(); c++) {
      members.add(new ArrayList<>());
    }
    for (int end = 0; end < world.workloads().size(); end++) {
      members.get(engine.classOf(end)).add(end);
    }
    return members;
  }

  /** Returns the workloads, in the order of their numbers. */
  public List<Workload> workloads() {
    return world.workloads();
  }

  /** Whether the internet reaches workload {@code number} through an object that leads there. */
  public boolean isExposed(int number) {
    return exposed.hops().containsKey(number);
  }

  /** Whether policies admit a path from the internet to workload {@code number}. */
  public boolean isAdmitted(int number) {
    return isExposed(number) || admitted.hops().containsKey(number);
  }

  /**
   * Returns the number of connections of {@link #path}; 0 if there is none.
   *
   * @param number the number of a workload
   */
  public int hops(int number) {
    return (isExposed(number) ? exposed : admitted).hops().getOrDefault(number, 0);
  }

  /**
   * Returns a shortest path from the internet to workload {@code number}: through an object that
   * leads there if there is such a path, or else one that policies admit.
   */
  public Optional<InternetPath> path(int number) {
    if (!isAdmitted(number)) {
      return Optional.empty();
    }
    Levels levels = isExposed(number) ? exposed : admitted;
    List<InternetPath.Hop> found = new ArrayList<>();
    int end = number;
    while (true) {
      int before = levels.before().getOrDefault(end, -1);
      if (before < 0) {
        FirstHop in = first.get(end);
        if (in == null) {
          throw new IllegalStateException("no first hop to " + end);
        }
        found.addFirst(
            new InternetPath.Hop(
                in.decision().from(),
                ends.get(end),
                in.decision().ports(),
                in.decision().example(),
                in.decision().decision()));
        return Optional.of(new InternetPath(in.way(), found));
      }
      found.addFirst(hop(hops.all(before, end)));
      if (before >= world.workloads().size()) {
        return Optional.of(new InternetPath(new InternetPath.Way.Direct(), found));
      }
      end = before;
    }
  }

  private InternetPath.Hop hop(Answer.Hop hop) {
    Endpoint from = hop.from().endpoint();
    Endpoint to = hop.to().endpoint();
    Connection connection =
        Connection.families(from, to).stream()
            .map(family -> new Connection(from, to, family, hop.transport()))
            .filter(each -> hops.replay().semantics().decide(each).isAllowed())
            .findFirst()
            .orElseThrow();
    return new InternetPath.Hop(hop.from(), hop.to(), hop.ports(), connection, hop.decision());
  }

  /** Returns the numbers of the other workloads that reach workload {@code number}. */
  public BitSet reaching(int number) {
    return others(number, end -> closure().get(engine.classOf(end), engine.classOf(number)));
  }

  /** Returns the numbers of the other workloads that workload {@code number} reaches. */
  public BitSet reached(int number) {
    return others(number, end -> closure().get(engine.classOf(number), engine.classOf(end)));
  }

  private BitSet others(int number, IntPredicate condition) {
    BitSet found = new BitSet();
    for (int end = 0; end < world.workloads().size(); end++) {
      if (end != number && condition.test(end)) {
        found.set(end);
      }
    }
    return found;
  }

  private BitMatrix closure() {
    if (closure == null) {
      BitSet classes = new BitSet();
      relays.stream().map(engine::classOf).forEach(classes::set);
      closure = TransitiveClosure.of(connections, classes);
    }
    return closure;
  }
}
