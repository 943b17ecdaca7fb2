package dev.zonec.checker.deployed;

import dev.zonec.checker.claim.CheckedRun;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Waiver;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;

/**
 * Lists the connections between two ends: one for each address family, and for each interval of
 * ports that policies and the program treat alike.
 */
final class ListedConnections {
  private final List<Endpoint> ends;
  private final Allowed may;
  private final Allowed must;
  private final DeclaredConnections declared;
  private final PortStarts ofAssertions = new PortStarts();
  private final BitSet inNoBlock = new BitSet();
  private final Map<Seen, Boolean> admitted = new ConcurrentHashMap<>();
  private final LongAdder evaluated = new LongAdder();

  ListedConnections(CheckedRun run, List<Endpoint> ends, DeclaredConnections declared) {
    this.ends = ends;
    AddressKinds kinds = new AddressKinds(run);
    this.may = new Allowed(run, run.may(), ends, kinds);
    this.must = new Allowed(run, run.must(), ends, kinds);
    this.declared = declared;
    for (int i = 0; i < ends.size(); i++) {
      inNoBlock.set(
          i,
          ends.get(i) instanceof Endpoint.Pod pod
              && pod.addresses().stream().allMatch(address -> kinds.kind(address).isEmpty()));
    }
    run.program().assertions().forEach(this::addPorts);
    for (Waiver waiver : run.program().waivers()) {
      if (waiver.excused() instanceof Waiver.Excused.Connections connections) {
        ofAssertions.add(connections.service());
      }
    }
  }

  private void addPorts(Assertion assertion) {
    switch (assertion) {
      case Assertion.Never never -> ofAssertions.add(never.service());
      case Assertion.Only only -> ofAssertions.add(only.service());
      case Assertion.Reachable reachable -> ofAssertions.add(reachable.service());
      case Assertion.NoPath path -> {}
      case Assertion.Isolated isolated -> {}
      case Assertion.TiersAdjacent tiers -> {}
    }
  }

  /** Returns the number of connections that were evaluated. */
  long evaluated() {
    return evaluated.sum();
  }

  /** Returns the connections between the two ends that are allowed under MAY. */
  List<ListedConnection> allowed(int source, int destination) {
    List<ListedConnection> all = new ArrayList<>();
    for (Family family : families(source, destination)) {
      if (isAdmitted(source, destination, family, Direction.EGRESS)
          && isAdmitted(source, destination, family, Direction.INGRESS)) {
        for (Transport transport : transports(source, destination)) {
          ListedConnection listed = listed(source, destination, family, transport);
          if (evaluate(listed, may::allows)) {
            all.add(listed);
          }
        }
      }
    }
    return all;
  }

  /** The policies at an end, in a direction, and what they see of another end. */
  private record Seen(int end, Direction direction, Views.View view) {}

  /**
   * Whether the policies at one end admit a connection on some port. Of other ends that they see
   * alike, one is evaluated.
   */
  private boolean isAdmitted(int source, int destination, Family family, Direction direction) {
    boolean out = direction == Direction.EGRESS;
    int end = out ? source : destination;
    List<NamedPort> named =
        may.ports(end, direction).named() && ends.get(destination) instanceof Endpoint.Pod pod
            ? pod.namedPorts()
            : List.of();
    Views.View view =
        may.views(end, direction).of(ends.get(out ? destination : source), family, named);
    return admitted.computeIfAbsent(
        new Seen(end, direction, view),
        seen -> evaluatePorts(source, destination, family, direction));
  }

  private boolean evaluatePorts(int source, int destination, Family family, Direction direction) {
    Allowed.EndPorts ports =
        may.ports(direction == Direction.EGRESS ? source : destination, direction);
    List<Transport> some = new ArrayList<>(ports.kinds());
    if (ports.named()) {
      some.addAll(new PortStarts().addNamed(ends.get(destination)).transports());
    }
    for (Transport transport : some) {
      ListedConnection listed = listed(source, destination, family, transport);
      if (evaluate(listed, each -> may.admits(each, direction))) {
        return true;
      }
    }
    return false;
  }

  private boolean evaluate(ListedConnection listed, Predicate<ListedConnection> decision) {
    evaluated.increment();
    return decision.test(listed);
  }

  /**
   * Returns a connection that {@code promised} contains and that the policies at the end of {@code
   * direction} block under MUST.
   */
  Optional<ListedConnection> blocked(
      int source, int destination, Direction direction, Predicate<ListedConnection> promised) {
    for (Family family : families(source, destination)) {
      for (Transport transport : transports(source, destination)) {
        ListedConnection listed = listed(source, destination, family, transport);
        if (promised.test(listed) && !evaluate(listed, each -> must.admits(each, direction))) {
          return Optional.of(listed);
        }
      }
    }
    return Optional.empty();
  }

  private List<Transport> transports(int source, int destination) {
    PortStarts all = new PortStarts().addNamed(ends.get(destination)).add(ofAssertions);
    all.add(may.ports(source, Direction.EGRESS).clauses());
    all.add(may.ports(destination, Direction.INGRESS).clauses());
    for (Flow flow : declared.flows(source, destination)) {
      all.add(flow.service());
    }
    return all.transports();
  }

  /**
   * Returns the families in which both ends have addresses; at least one end must be a pod. Between
   * pods whose addresses are in no block, the first one represents both.
   */
  private List<Family> families(int source, int destination) {
    Endpoint from = ends.get(source);
    Endpoint to = ends.get(destination);
    List<Family> families = familiesOf(from, to);
    return families.size() > 1 && inNoBlock.get(source) && inNoBlock.get(destination)
        ? families.subList(0, 1)
        : families;
  }

  private static List<Family> familiesOf(Endpoint from, Endpoint to) {
    return from instanceof Endpoint.Pod || to instanceof Endpoint.Pod
        ? Connection.families(from, to).stream()
            .filter(family -> has(from, family) && has(to, family))
            .toList()
        : List.of();
  }

  private static boolean has(Endpoint end, Family family) {
    return !(end instanceof Endpoint.Pod pod)
        || pod.addresses().stream().anyMatch(address -> address.family() == family);
  }

  private ListedConnection listed(int source, int destination, Family family, Transport transport) {
    Endpoint to = ends.get(destination);
    // A connection is between two pods, also if the same workload has both.
    Endpoint other =
        to instanceof Endpoint.Pod pod && pod.isSame(ends.get(source))
            ? pod.named(pod.name() + " (another pod)")
            : to;
    return new ListedConnection(
        source, destination, new Connection(ends.get(source), other, family, transport));
  }
}
