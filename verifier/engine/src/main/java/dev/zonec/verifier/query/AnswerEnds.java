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
 * The places that a question can be about, by the number of an end of the engine: workloads, and
 * addresses that are outside. Neighbouring atoms that nobody tells apart are one place.
 */
final class AnswerEnds {
  private final Map<Integer, AnswerEnd> places = new TreeMap<>();
  private final List<Workload> workloads;
  private final Set<IpAddress> ofNodes = new HashSet<>();
  private final QueryAddresses asked;

  AnswerEnds(World world, ZoneProgram program, Query query, ClosedEngine engine) {
    workloads = world.workloads();
    asked = new QueryAddresses(world, program.cluster());
    for (int i = 0; i < workloads.size(); i++) {
      places.put(i, new AnswerEnd(workloads.get(i).pod(), workloads.get(i).label()));
    }
    addNodes(world, query, engine.ends());
    AddressNames names = new AddressNames(program);
    List<Integer> run = new ArrayList<>();
    EndpointIndex ends = engine.ends();
    for (int end = 0; end < ends.size(); end++) {
      if (!isOutside(ends.get(end), program)) {
        continue;
      }
      boolean ofNode =
          isOfNode(ends.get(end)) || (!run.isEmpty() && isOfNode(ends.get(run.getLast())));
      if (!run.isEmpty() && (ofNode || !alike(run.getLast(), end, engine, names, query))) {
        addAddresses(run, ends, names);
        run.clear();
      }
      run.add(end);
    }
    addAddresses(run, ends, names);
  }

  /** An address that is asked for as such, and that is a node's, is the node. */
  private void addNodes(World world, Query query, EndpointIndex ends) {
    for (Endpoint.Node node : world.nodes()) {
      List<IpAddress> found =
          node.addresses().stream()
              .filter(address -> query.ends().stream().anyMatch(end -> asked.asksFor(address, end)))
              .toList();
      if (!found.isEmpty()) {
        ofNodes.addAll(found);
        String address = found.getFirst().toString();
        String name = node.name().equals(address) ? "a node" : "node " + node.name();
        places.put(ends.indexOf(node), new AnswerEnd(node, address + " (" + name + ")"));
      }
    }
  }

  private boolean isOfNode(Endpoint endpoint) {
    return endpoint instanceof Endpoint.External(var address) && ofNodes.contains(address);
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
      places.put(run.getFirst(), new AnswerEnd(shown, names.label(shown, span), all.blocks()));
    }
  }

  /** The place that the end with number {@code end} is. */
  AnswerEnd get(int end) {
    AnswerEnd place = places.get(end);
    if (place == null) {
      throw new IllegalArgumentException("no place: " + end);
    }
    return place;
  }

  /** The ends that are places and belong to {@code asked}. */
  List<Integer> in(Query.End asked) {
    return places.keySet().stream().filter(number -> isIn(number, asked)).toList();
  }

  /** The ends that are places and belong to one of {@code asked}. */
  BitSet inAny(List<Query.End> asked) {
    return bits(
        places.keySet().stream()
            .filter(number -> asked.stream().anyMatch(end -> isIn(number, end)))
            .toList());
  }

  List<Integer> where(Predicate<AnswerEnd> condition) {
    return places.entrySet().stream()
        .filter(entry -> condition.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The places that some ends are. */
  List<AnswerEnd> ofAll(List<Integer> ends) {
    return ends.stream().map(this::get).toList();
  }

  /** The addresses among the places. */
  List<AnswerEnd> outside() {
    return ofAll(where(place -> place.endpoint() instanceof Endpoint.External));
  }

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

  static boolean isNamed(Workload workload, Query.End.OfWorkload end) {
    return workload.isCalled(end.namespace(), end.name(), end.part(), end.labels());
  }

  private boolean isIn(AnswerEnd place, Query.End end) {
    return switch (place.endpoint()) {
      // Nodes are trusted: whoever does not ask for their addresses does not mean them.
      case Endpoint.Node node ->
          node.addresses().stream().anyMatch(address -> asked.asksFor(address, end));
      case Endpoint.External external ->
          !(isOfNode(external) && asked.asksFor(external.address(), end))
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
