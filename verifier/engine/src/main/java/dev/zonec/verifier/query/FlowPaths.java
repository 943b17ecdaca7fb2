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
 * Where flows lead from a pod, one after another. Two parties meet where they are the same one, or
 * where a workload of the manifests is in both.
 */
final class FlowPaths {
  /**
   * A way that flows make.
   *
   * @param last the party that they lead to
   */
  private record FlowPath(Party last, List<Flow> flows) {}

  private final World world;
  private final List<Flow> flows;

  FlowPaths(World world, List<Flow> flows) {
    this.world = world;
    this.flows = flows;
  }

  /**
   * The fewest flows that lead from {@code pod} to one of {@code to}; empty if there are none.
   *
   * @param via parties that no flow may lead to
   * @param most how many flows there may be
   */
  Optional<List<Flow>> between(Endpoint.Pod pod, List<Party> to, List<Party> via, int most) {
    Queue<FlowPath> paths = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    for (Flow flow : flows) {
      if (flow.from().contains(pod)) {
        add(new FlowPath(flow.to(), List.of(flow)), via, most, seen, paths);
      }
    }
    for (FlowPath path = paths.poll(); path != null; path = paths.poll()) {
      Party last = path.last();
      if (to.stream().anyMatch(target -> meet(last, target))) {
        return Optional.of(path.flows());
      }
      for (Flow flow : flows) {
        if (meet(last, flow.from())) {
          List<Flow> longer = new ArrayList<>(path.flows());
          longer.add(flow);
          add(new FlowPath(flow.to(), longer), via, most, seen, paths);
        }
      }
    }
    return Optional.empty();
  }

  private static void add(
      FlowPath path, List<Party> via, int most, Set<String> seen, Queue<FlowPath> paths) {
    boolean barred = via.stream().anyMatch(each -> each.name().equals(path.last().name()));
    if (!barred && path.flows().size() <= most && seen.add(path.last().name())) {
      paths.add(path);
    }
  }

  private boolean meet(Party one, Party other) {
    return one.name().equals(other.name())
        || world.workloads().stream()
            .anyMatch(each -> one.contains(each.pod()) && other.contains(each.pod()));
  }
}
