package dev.zonec.verifier.query;

import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * Searches for sequences of flows that lead from a pod to a party, breadth first. A flow continues
 * where another one ends if both name the same party, or if a declared workload is in both parties.
 * Invariant: paths leave the queue in the order of their number of flows, so the first path that
 * arrives is a shortest one. Each destination party is visited once.
 */
final class FlowPaths {
  /**
   * A sequence of flows.
   *
   * @param last the destination of the last flow
   */
  private record FlowPath(Party last, List<Flow> flows) {}

  private final World world;
  private final List<Flow> flows;

  FlowPaths(World world, List<Flow> flows) {
    this.world = world;
    this.flows = flows;
  }

  /**
   * Returns the shortest sequence of flows from {@code pod} to one of {@code to}; empty if there is
   * none.
   *
   * @param via parties that no flow of the sequence may have as its destination
   * @param maxFlows the maximum number of flows
   */
  Optional<List<Flow>> between(Endpoint.Pod pod, List<Party> to, List<Party> via, int maxFlows) {
    Queue<FlowPath> paths = new ArrayDeque<>();
    Set<Party> seen = new HashSet<>();
    for (Flow flow : flows) {
      if (flow.from().contains(pod)) {
        add(new FlowPath(flow.to(), List.of(flow)), via, maxFlows, seen, paths);
      }
    }
    for (FlowPath path = paths.poll(); path != null; path = paths.poll()) {
      Party last = path.last();
      if (to.stream().anyMatch(target -> overlap(last, target))) {
        return Optional.of(path.flows());
      }
      for (Flow flow : flows) {
        if (overlap(last, flow.from())) {
          List<Flow> longer = new ArrayList<>(path.flows());
          longer.add(flow);
          add(new FlowPath(flow.to(), longer), via, maxFlows, seen, paths);
        }
      }
    }
    return Optional.empty();
  }

  private static void add(
      FlowPath path, List<Party> via, int maxFlows, Set<Party> seen, Queue<FlowPath> paths) {
    boolean excluded = via.stream().anyMatch(each -> each.equals(path.last()));
    if (!excluded && path.flows().size() <= maxFlows && seen.add(path.last())) {
      paths.add(path);
    }
  }

  private boolean overlap(Party one, Party other) {
    return one.equals(other)
        || world.workloads().stream()
            .anyMatch(each -> one.contains(each.pod()) && other.contains(each.pod()));
  }
}
