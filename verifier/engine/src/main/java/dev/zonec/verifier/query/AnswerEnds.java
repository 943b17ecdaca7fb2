package dev.zonec.verifier.query;

import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.closed.ClosedEngine;
import dev.zonec.verifier.closed.endpoint.EndpointIndex;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The ends that an answer distinguishes, by the number that the closed-world engine gives them:
 * workloads, and ranges of addresses outside the cluster. A range consists of neighbouring address
 * atoms that are in the same equivalence class, the same externals and the same ends of the
 * question.
 */
final class AnswerEnds {
  private final Map<Integer, AnswerEnd> byNumber = new TreeMap<>();
  private final List<Workload> workloads;
  private final Set<IpAddress> addressesOfNodes = new HashSet<>();
  private final QueryAddresses asked;

  AnswerEnds(World world, ZoneProgram program, Query query, ClosedEngine engine) {
    workloads = world.workloads();
    asked = new QueryAddresses(world, program.cluster());
    for (int i = 0; i < workloads.size(); i++) {
      byNumber.put(i, new AnswerEnd(workloads.get(i).pod(), workloads.get(i).label()));
    }
    addNodes(world, query, engine.ends());
    AddressNames names = new AddressNames(program);
    List<Integer> run = new ArrayList<>();
    EndpointIndex ends = engine.ends();
    for (int end = 0; end < ends.size(); end++) {
      if (!isOutside(ends.get(end), program)) {
        continue;
      }
      boolean nodeAddress =
          isNodeAddress(ends.get(end))
              || (!run.isEmpty() && isNodeAddress(ends.get(run.getLast())));
      if (!run.isEmpty() && (nodeAddress || !alike(run.getLast(), end, engine, names, query))) {
        addAddresses(run, ends, names);
        run.clear();
      }
      run.add(end);
    }
    addAddresses(run, ends, names);
  }

  /** Adds each node at an address that the question names as an address. */
  private void addNodes(World world, Query query, EndpointIndex ends) {
    for (Endpoint.Node node : world.nodes()) {
      List<IpAddress> found =
          node.addresses().stream()
              .filter(
                  address -> query.ends().stream().anyMatch(end -> asked.includes(address, end)))
              .toList();
      if (!found.isEmpty()) {
        addressesOfNodes.addAll(found);
        String address = found.getFirst().toString();
        String name = node.name().equals(address) ? "a node" : "node " + node.name();
        byNumber.put(ends.indexOf(node), new AnswerEnd(node, address + " (" + name + ")"));
      }
    }
  }

  private boolean isNodeAddress(Endpoint endpoint) {
    return endpoint instanceof Endpoint.External(var address) && addressesOfNodes.contains(address);
  }

  private static boolean isOutside(Endpoint endpoint, ZoneProgram program) {
    return endpoint instanceof Endpoint.External(var address)
        && program.cluster().externalAddresses(address.family()).contains(address);
  }

  private boolean alike(int before, int end, ClosedEngine engine, AddressNames names, Query query) {
    Endpoint one = engine.ends().get(before);
    Endpoint other = engine.ends().get(end);
    return before + 1 == end
        && family(one) == family(other)
        && engine.classOf(before) == engine.classOf(end)
        && names.externals(one).equals(names.externals(other))
        && query.ends().stream()
            .allMatch(
                asked ->
                    isIn(new AnswerEnd(one, ""), asked) == isIn(new AnswerEnd(other, ""), asked));
  }

  private static Family family(Endpoint endpoint) {
    return ((Endpoint.External) endpoint).address().family();
  }

  private void addAddresses(List<Integer> run, EndpointIndex ends, AddressNames names) {
    if (!run.isEmpty()) {
      AddressSet.Range span =
          new AddressSet.Range(
              ends.range(run.getFirst()).first(), ends.range(run.getLast()).last());
      Endpoint shown = ends.get(run.getFirst());
      AddressSet all = new AddressSet(family(shown), List.of(span));
      byNumber.put(run.getFirst(), new AnswerEnd(shown, names.label(shown, span), all.blocks()));
    }
  }

  /**
   * Returns the end with number {@code end}.
   *
   * @throws IllegalArgumentException if answers do not distinguish this end
   */
  AnswerEnd get(int end) {
    AnswerEnd answerEnd = byNumber.get(end);
    if (answerEnd == null) {
      throw new IllegalArgumentException("no place: " + end);
    }
    return answerEnd;
  }

  /** Returns the numbers of the ends that {@code asked} includes. */
  List<Integer> in(Query.End asked) {
    return byNumber.keySet().stream().filter(number -> isIn(number, asked)).toList();
  }

  /** Returns the numbers of the ends that at least one of {@code asked} includes. */
  BitSet inAnyOf(List<Query.End> asked) {
    return bits(
        byNumber.keySet().stream()
            .filter(number -> asked.stream().anyMatch(end -> isIn(number, end)))
            .toList());
  }

  /** Returns the numbers of the ends that meet {@code condition}. */
  List<Integer> where(Predicate<AnswerEnd> condition) {
    return byNumber.entrySet().stream()
        .filter(entry -> condition.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Returns the ends with these numbers. */
  List<AnswerEnd> getAll(List<Integer> ends) {
    return ends.stream().map(this::get).toList();
  }

  /** Returns the ranges of addresses. */
  List<AnswerEnd> outside() {
    return getAll(where(answerEnd -> answerEnd.endpoint() instanceof Endpoint.External));
  }

  /** Returns a bit set of {@code numbers}. */
  static BitSet bits(List<Integer> numbers) {
    BitSet bits = new BitSet();
    numbers.forEach(bits::set);
    return bits;
  }

  private boolean isIn(int number, Query.End asked) {
    return asked instanceof Query.End.OfWorkload end
        ? number < workloads.size() && isNamed(workloads.get(number), end)
        : isIn(get(number), asked);
  }

  /** Whether {@code end} names {@code workload}, or a part of its replicas. */
  static boolean isNamed(Workload workload, Query.End.OfWorkload end) {
    return workload.isCalled(end.namespace(), end.name(), end.part(), end.labels());
  }

  private boolean isIn(AnswerEnd answerEnd, Query.End end) {
    return switch (answerEnd.endpoint()) {
      // Nodes are trusted, so a question includes them only if it names their addresses.
      case Endpoint.Node node ->
          node.addresses().stream().anyMatch(address -> asked.includes(address, end));
      case Endpoint.External external ->
          !(isNodeAddress(external) && asked.includes(external.address(), end))
              && isMember(external, end);
      case Endpoint.Pod pod -> isMember(pod, end);
    };
  }

  private static boolean isMember(Endpoint endpoint, Query.End end) {
    return switch (end) {
      case Query.End.Anywhere anywhere -> true;
      case Query.End.OfParty(var party, var origin) -> party.contains(endpoint);
      case Query.End.OfPods(var pods, var origin) ->
          endpoint instanceof Endpoint.Pod pod && pods.contains(pod);
      case Query.End.OfAddresses(var block, var origin) ->
          endpoint instanceof Endpoint.External external && block.contains(external.address());
      case Query.End.OfService service -> false;
      case Query.End.Entrances entrances -> false;
      case Query.End.OfWorkload workload -> false;
    };
  }
}
