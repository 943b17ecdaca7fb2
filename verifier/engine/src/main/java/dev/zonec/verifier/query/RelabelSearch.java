package dev.zonec.verifier.query;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.label.LabelChanges;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.closed.ClosedEngine;
import dev.zonec.verifier.closed.bits.BitMatrix;
import dev.zonec.verifier.closed.bits.BitRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the connections that an attacker gains with changed labels.
 *
 * <p>An end connects to another one if this holds for some of the variants of both: the attacker
 * can change the labels before each hop, and a pod keeps its processes. So a path is a sequence of
 * ends, not of variants. Two searches compare what the compromised end reaches: one with the
 * declared labels only, one with all variants. A port of an end is gained if an end that is reached
 * in the second search opens it, and none that is reached in the first one does.
 */
final class RelabelSearch {
  /** The owner of a class that several ends have. */
  private static final int SEVERAL = -1;

  private final RelabelledWorkloads workloads;
  private final ClosedEngine engine;
  private final AnswerEnds ends;
  private final HopReplay replay;
  private final ZoneProgram program;
  private final OpenPortLookup openings;
  private final BitMatrix connections;

  RelabelSearch(
      RelabelledWorkloads workloads,
      ClosedEngine engine,
      AnswerEnds ends,
      OpenPortLookup openings,
      HopReplay replay,
      ZoneProgram program) {
    this.workloads = workloads;
    this.engine = engine;
    this.ends = ends;
    this.openings = openings;
    this.connections = openings.all();
    this.replay = replay;
    this.program = program;
  }

  /**
   * Returns the gains, nearest first.
   *
   * @param own the numbers of the compromised ends
   */
  List<Relabelling.Gain> gains(List<Integer> own) {
    Reach declared = reach(own, false);
    Reach changed = reach(own, true);
    Openings before = new Openings(declared.passing(), false);
    Openings after = new Openings(changed.passing(), true);
    List<Relabelling.Gain> gains = new ArrayList<>();
    for (int end : changed.hops().keySet()) {
      Deadline.check();
      if (own.contains(end)) {
        continue;
      }
      BitSet gained = after.to(end, workloads.of(end));
      gained.andNot(before.to(end, List.of(end)));
      while (!gained.isEmpty()) {
        LastHop last = nearest(changed, end, gained);
        gains.add(new Relabelling.Gain(ends.get(end), path(changed, last, end)));
        gained.andNot(last.pair().open());
      }
    }
    return gains;
  }

  /**
   * What is reached.
   *
   * @param hops the number of hops to each end that is reached, nearest first; 0 for the
   *     compromised ends
   * @param before the end before each other end
   * @param passing the ends that paths can go on from, nearest first
   */
  private record Reach(
      LinkedHashMap<Integer, Integer> hops, Map<Integer, Integer> before, List<Integer> passing) {}

  private Reach reach(List<Integer> own, boolean relabelled) {
    LinkedHashMap<Integer, Integer> hops = new LinkedHashMap<>();
    Map<Integer, Integer> before = new HashMap<>();
    List<Integer> passing = new ArrayList<>();
    List<Integer> left =
        ends.where(end -> true).stream()
            .filter(end -> !workloads.isVariant(end) && !own.contains(end))
            .toList();
    Deque<Integer> queue = new ArrayDeque<>(own);
    own.forEach(end -> hops.put(end, 0));
    while (!queue.isEmpty()) {
      Deadline.check();
      int from = queue.remove();
      int distance = Objects.requireNonNull(hops.get(from));
      if (distance > 0 && !PathHops.relays(ends.get(from), program)) {
        continue;
      }
      passing.add(from);
      BitRow row = BitRow.empty(engine.classes());
      members(from, relabelled).forEach(each -> row.or(connections.row(engine.classOf(each))));
      List<Integer> still = new ArrayList<>();
      for (int to : left) {
        if (QueryEngine.isListed(ends.get(from), ends.get(to))
            && members(to, relabelled).stream().anyMatch(each -> row.get(engine.classOf(each)))) {
          hops.put(to, distance + 1);
          before.put(to, from);
          queue.add(to);
        } else {
          still.add(to);
        }
      }
      left = still;
    }
    return new Reach(hops, before, passing);
  }

  private List<Integer> members(int end, boolean relabelled) {
    return relabelled ? workloads.of(end) : List.of(end);
  }

  /** The ports that a set of ends opens together, by the class of the destination. */
  private final class Openings {
    /** For each class of a source, the only end that has it, or {@link #SEVERAL}. */
    private final Map<Integer, Integer> owners = new TreeMap<>();

    private final Map<Integer, BitSet> byClass = new HashMap<>();

    Openings(Collection<Integer> sources, boolean relabelled) {
      for (int source : sources) {
        for (int member : members(source, relabelled)) {
          owners.merge(
              engine.classOf(member), source, (one, other) -> one.equals(other) ? one : SEVERAL);
        }
      }
    }

    /** Returns the ports that other ends open at {@code end}, which has one of {@code members}. */
    BitSet to(int end, List<Integer> members) {
      BitSet open = new BitSet();
      boolean ownsClass = owners.containsValue(end);
      for (int member : members) {
        int c = engine.classOf(member);
        open.or(ownsClass ? union(c, end) : byClass.computeIfAbsent(c, each -> union(c, SEVERAL)));
      }
      return open;
    }

    private BitSet union(int destination, int except) {
      BitSet union = new BitSet();
      owners.forEach(
          (source, owner) -> {
            if ((owner == SEVERAL || owner != except) && connections.get(source, destination)) {
              union.or(openings.ofClasses(source, destination));
            }
          });
      return union;
    }
  }

  /** A pair of variants, and the ports of interest that are open between them. */
  private record Pair(int from, int to, BitSet open) {}

  /** Returns the pair that opens some port with the fewest changed labels; null if none does. */
  private @Nullable Pair pair(int from, int to, BitSet ports) {
    @Nullable Pair best = null;
    long lowest = Long.MAX_VALUE;
    for (int source : workloads.of(from)) {
      for (int destination : workloads.of(to)) {
        int c = engine.classOf(source);
        int other = engine.classOf(destination);
        Pair pair = new Pair(source, destination, ports);
        if (cost(pair) < lowest && connections.get(c, other)) {
          BitSet open = openings.ofClasses(c, other);
          open.and(ports);
          if (!open.isEmpty()) {
            best = new Pair(source, destination, open);
            lowest = cost(pair);
          }
        }
      }
    }
    return best;
  }

  /** The last hop of a path: the end before the last one, and the variants of both. */
  private record LastHop(int from, Pair pair) {}

  /**
   * Returns the last hop of a shortest path to {@code end} that opens some port of {@code ports}.
   */
  private LastHop nearest(Reach reach, int end, BitSet ports) {
    @Nullable LastHop best = null;
    long lowest = Long.MAX_VALUE;
    int hops = Integer.MAX_VALUE;
    for (int from : reach.passing()) {
      int distance = Objects.requireNonNull(reach.hops().get(from));
      if (distance > hops) {
        break;
      }
      @Nullable Pair pair =
          QueryEngine.isListed(ends.get(from), ends.get(end)) ? pair(from, end, ports) : null;
      if (pair != null && cost(pair) < lowest) {
        best = new LastHop(from, pair);
        lowest = cost(pair);
        hops = distance;
      }
    }
    return Objects.requireNonNull(best);
  }

  /** Orders pairs by the number of changed labels; changes at the source are nearer at hand. */
  private long cost(Pair pair) {
    long atDestination = workloads.changesOf(pair.to()).size();
    return (workloads.changesOf(pair.from()).size() + atDestination) * 1000 + atDestination;
  }

  private List<Relabelling.Hop> path(Reach reach, LastHop last, int end) {
    Deque<Relabelling.Hop> path = new ArrayDeque<>();
    path.add(hop(last.from(), end, last.pair()));
    int at = last.from();
    while (reach.before().containsKey(at)) {
      int previous = Objects.requireNonNull(reach.before().get(at));
      path.addFirst(
          hop(
              previous,
              at,
              Objects.requireNonNull(pair(previous, at, engine.ports().allPorted()))));
      at = previous;
    }
    return List.copyOf(path);
  }

  private Relabelling.Hop hop(int from, int to, Pair pair) {
    OpenPorts ports = OpenPorts.of(pair.open(), engine.ports());
    Transport transport = ports.first();
    LabelChanges changedFrom = workloads.changesOf(pair.from());
    LabelChanges changedTo = workloads.changesOf(pair.to());
    AnswerEnd source = ends.get(from);
    AnswerEnd destination = ends.get(to);
    return new Relabelling.Hop(
        new Answer.Hop(
            source,
            destination,
            ports,
            transport,
            replay.decide(
                changed(source.endpoint(), changedFrom),
                changed(destination.endpoint(), changedTo),
                transport)),
        changedFrom,
        changedTo);
  }

  private static Endpoint changed(Endpoint end, LabelChanges changes) {
    return end instanceof Endpoint.Pod pod ? pod.withLabels(changes.of(pod.labels())) : end;
  }
}
