package dev.zonec.verifier.query;

import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.verifier.closed.ClosedEngine;
import dev.zonec.verifier.closed.bits.BitMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Everything that may connect, between groups of ends. The ends of a group may connect to the same
 * ends and from the same ones, on the same ports. A caller can divide the groups further by keys.
 *
 * <p>The engine looks at the ports of two groups once, so the cost is that of the pairs of groups
 * that connect, and not that of all pairs of ends. Groups are numbered in the order of their first
 * ends.
 */
public final class ConnectedGroups {
  private final ClosedEngine engine;
  private final AnswerEnds ends;
  private final List<Integer> numbers;
  private final int[] alike;
  private final OpenPortLookup openings;
  private final PortDecisions decisions;
  private final BitMatrix connected;
  private final List<List<AnswerEnd>> members = new ArrayList<>();

  /** For each set of alike classes, the numbers of its groups. */
  private final Map<Integer, List<Integer>> groupsOf = new HashMap<>();

  /** For each set of alike classes, its first class that has ends. */
  private final Map<Integer, Integer> representatives = new LinkedHashMap<>();

  /** For each group, its set of alike classes. */
  private final List<Integer> alikeOf = new ArrayList<>();

  private final Map<BitSet, OpenPorts> ports = new HashMap<>();

  private record Key(int alike, Object key) {}

  /** Receives what may connect. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Each end of a group may connect to each other end of another group, or of the same one.
     *
     * @param from the number of the first group
     * @param to the number of the second group; a group that may connect to itself has two ends or
     *     more
     * @param ports the ports; at least one
     */
    void connect(int from, int to, OpenPorts ports);
  }

  /**
   * Creates groups of ends that may connect alike.
   *
   * @param numbers the numbers of the ends in the engine
   */
  ConnectedGroups(
      ClosedEngine engine,
      AnswerEnds ends,
      List<Integer> numbers,
      OpenPortLookup openings,
      PortDecisions decisions) {
    this(
        engine,
        ends,
        numbers,
        engine.alikeClasses(),
        openings,
        decisions,
        openings.all(),
        end -> true);
  }

  private ConnectedGroups(
      ClosedEngine engine,
      AnswerEnds ends,
      List<Integer> numbers,
      int[] alike,
      OpenPortLookup openings,
      PortDecisions decisions,
      BitMatrix connected,
      Function<AnswerEnd, Object> key) {
    this.engine = engine;
    this.ends = ends;
    this.numbers = numbers;
    this.alike = alike;
    this.openings = openings;
    this.decisions = decisions;
    this.connected = connected;
    Map<Key, Integer> groups = new HashMap<>();
    for (int i = 0; i < numbers.size(); i++) {
      Progress.check(i, numbers.size(), "ends");
      AnswerEnd end = ends.get(numbers.get(i));
      int c = engine.classOf(numbers.get(i));
      representatives.putIfAbsent(alike[c], c);
      int group = groups.computeIfAbsent(new Key(alike[c], key.apply(end)), each -> groups.size());
      if (group == members.size()) {
        members.add(new ArrayList<>());
        alikeOf.add(alike[c]);
        groupsOf.computeIfAbsent(alike[c], each -> new ArrayList<>()).add(group);
      }
      members.get(group).add(end);
    }
    members.replaceAll(List::copyOf);
  }

  /** Returns the same ends in groups with equal keys; each may be a part of an alike group. */
  public ConnectedGroups by(Function<AnswerEnd, Object> key) {
    return new ConnectedGroups(engine, ends, numbers, alike, openings, decisions, connected, key);
  }

  /** Returns all ends in order: workloads first, then addresses. */
  public List<AnswerEnd> ends() {
    return ends.getAll(numbers);
  }

  /** Returns the number of groups. */
  public int size() {
    return members.size();
  }

  /** Returns the ends of a group; at least one. */
  public List<AnswerEnd> members(int group) {
    return members.get(group);
  }

  /**
   * Whether a row from a group to a group has a pair of ends: not two addresses, and not an end and
   * itself only.
   */
  public boolean isListed(int from, int to) {
    AnswerEnd one = members.get(from).getFirst();
    AnswerEnd other = members.get(to).getFirst();
    boolean pod =
        one.endpoint() instanceof Endpoint.Pod || other.endpoint() instanceof Endpoint.Pod;
    return pod && (from != to || members.get(from).size() > 1);
  }

  /** Visits the pairs of groups that may connect, by the number of the source. */
  public void visit(Visitor visitor) {
    Map<Integer, Integer> alikeOfClass = new HashMap<>();
    representatives.forEach((alike, c) -> alikeOfClass.put(c, alike));
    OpenPorts[] open = new OpenPorts[members.size()];
    Arrays.fill(open, OpenPorts.NONE);
    for (int from = 0; from < members.size(); from++) {
      Progress.check(from, members.size(), "groups of ends");
      int source = representative(from);
      for (int c = connected.next(source, 0); c >= 0; c = connected.next(source, c + 1)) {
        Integer alike = alikeOfClass.get(c);
        if (alike != null) {
          OpenPorts some = open(source, c);
          for (int to : groupsOf.getOrDefault(alike, List.of())) {
            open[to] = some;
          }
        }
      }
      for (int to = 0; to < open.length; to++) {
        if (!open[to].isEmpty() && isListed(from, to)) {
          visitor.connect(from, to, open[to]);
        }
        open[to] = OpenPorts.NONE;
      }
    }
  }

  private int representative(int group) {
    return representatives.getOrDefault(alikeOf.get(group), 0);
  }

  private OpenPorts open(int from, int to) {
    return ports.computeIfAbsent(
        openings.ofClasses(from, to), open -> OpenPorts.of(open, engine.ports()));
  }

  /** Returns the decisions for connections of two ends of this world, by their reasons. */
  public List<PortDecision> decisions(AnswerEnd from, AnswerEnd to) {
    return decisions.between(from, to);
  }
}
