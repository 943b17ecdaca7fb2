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
final class OnwardFlows {
  /**
   * A way that flows make.
   *
   * @param last the party that they lead to
   */
  private record Way(Party last, List<Flow> flows) {}

  private final World world;
  private final List<Flow> flows;

  OnwardFlows(World world, List<Flow> flows) {
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
    Queue<Way> ways = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    for (Flow flow : flows) {
      if (flow.from().contains(pod)) {
        add(new Way(flow.to(), List.of(flow)), via, most, seen, ways);
      }
    }
    for (Way way = ways.poll(); way != null; way = ways.poll()) {
      Party last = way.last();
      if (to.stream().anyMatch(target -> meet(last, target))) {
        return Optional.of(way.flows());
      }
      for (Flow flow : flows) {
        if (meet(last, flow.from())) {
          List<Flow> longer = new ArrayList<>(way.flows());
          longer.add(flow);
          add(new Way(flow.to(), longer), via, most, seen, ways);
        }
      }
    }
    return Optional.empty();
  }

  private static void add(Way way, List<Party> via, int most, Set<String> seen, Queue<Way> ways) {
    boolean barred = via.stream().anyMatch(each -> each.name().equals(way.last().name()));
    if (!barred && way.flows().size() <= most && seen.add(way.last().name())) {
      ways.add(way);
    }
  }

  private boolean meet(Party one, Party other) {
    return one.name().equals(other.name())
        || world.workloads().stream()
            .anyMatch(each -> one.contains(each.pod()) && other.contains(each.pod()));
  }
}
