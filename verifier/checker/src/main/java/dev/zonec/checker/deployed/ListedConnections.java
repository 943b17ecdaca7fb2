package dev.zonec.checker.deployed;

import dev.zonec.checker.claim.CheckedRun;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Waiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  private final LongAdder evaluated = new LongAdder();

  ListedConnections(CheckedRun run, List<Endpoint> ends, DeclaredConnections declared) {
    this.ends = ends;
    this.may = new Allowed(run, run.may(), ends);
    this.must = new Allowed(run, run.must(), ends);
    this.declared = declared;
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

  /** Returns the number of ends. */
  int size() {
    return ends.size();
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

  /** Whether the policies at one end admit a connection on some port. */
  private boolean isAdmitted(int source, int destination, Family family, Direction direction) {
    int end = direction == Direction.EGRESS ? source : destination;
    PortStarts ports =
        new PortStarts().add(may.ports(end, direction)).addNamed(ends.get(destination));
    return ports.transports().stream()
        .map(transport -> listed(source, destination, family, transport))
        .anyMatch(listed -> evaluate(listed, each -> may.admits(each, direction)));
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
    all.add(may.ports(source, Direction.EGRESS));
    all.add(may.ports(destination, Direction.INGRESS));
    for (Flow flow : declared.flows(source, destination)) {
      all.add(flow.service());
    }
    return all.transports();
  }

  /** Returns the families in which both ends have addresses; at least one end must be a pod. */
  private List<Family> families(int source, int destination) {
    Endpoint from = ends.get(source);
    Endpoint to = ends.get(destination);
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
