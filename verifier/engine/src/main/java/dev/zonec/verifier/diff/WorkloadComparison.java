package dev.zonec.verifier.diff;

import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldPair;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.query.ConnectionListing;
import dev.zonec.verifier.query.ConnectionTable;
import dev.zonec.verifier.query.OpenPorts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the connections of declared workloads in two worlds. It includes pods on the host
 * network, and the ports that Ingresses and routes lead to.
 *
 * @param worlds the worlds
 * @param cluster the declared address ranges of the cluster
 * @param may the permissive reading, with the knobs that the user settled
 */
public record WorkloadComparison(WorldPair worlds, Cluster cluster, Reading may) {
  /**
   * A connection whose open ports differ.
   *
   * @param from the source; empty for callers through Ingresses and routes
   * @param before the open ports before the change; empty if there are none
   * @param after the open ports after the change; empty if there are none
   */
  public record Change(
      Optional<ConnectionTable.End> from,
      ConnectionTable.End to,
      Optional<OpenPorts> before,
      Optional<OpenPorts> after) {
    /** Whether a port is open after the change that was not open before. */
    public boolean opens() {
      return after.filter(now -> before.filter(then -> then.includes(now)).isEmpty()).isPresent();
    }
  }

  /**
   * The result of a comparison.
   *
   * @param changes the connections whose open ports differ, between workloads that both worlds
   *     declare, and between these and addresses
   * @param added the workloads that only the second world declares
   * @param removed the workloads that only the first world declares
   */
  public record Result(List<Change> changes, List<String> added, List<String> removed) {
    /** Copies the lists. */
    public Result {
      changes = List.copyOf(changes);
      added = List.copyOf(added);
      removed = List.copyOf(removed);
    }
  }

  /** Returns the differences. Throws at the deadline of the thread. */
  public Result run() {
    Map<Pair, OpenPorts> before = rows(worlds.before());
    Map<Pair, OpenPorts> after = rows(worlds.after());
    Set<ConnectionTable.End> then = workloads(worlds.before());
    Set<ConnectionTable.End> now = workloads(worlds.after());
    Set<Pair> pairs = new LinkedHashSet<>(before.keySet());
    pairs.addAll(after.keySet());
    List<Change> changes = new ArrayList<>();
    for (Pair pair : pairs) {
      Optional<OpenPorts> old = Optional.ofNullable(before.get(pair));
      Optional<OpenPorts> open = Optional.ofNullable(after.get(pair));
      if (!old.equals(open) && pair.isIn(then) && pair.isIn(now)) {
        changes.add(new Change(pair.from(), pair.to(), old, open));
      }
    }
    return new Result(changes, without(now, then), without(then, now));
  }

  private static List<String> without(
      Set<ConnectionTable.End> some, Set<ConnectionTable.End> others) {
    return some.stream().filter(each -> !others.contains(each)).map(Object::toString).toList();
  }

  private record Pair(Optional<ConnectionTable.End> from, ConnectionTable.End to) {
    /** Whether the workloads of the pair are among {@code declared}. */
    boolean isIn(Set<ConnectionTable.End> declared) {
      return from.map(end -> isIn(end, declared)).orElse(true) && isIn(to, declared);
    }

    private static boolean isIn(ConnectionTable.End end, Set<ConnectionTable.End> declared) {
      return end instanceof ConnectionTable.End.OfAddresses || declared.contains(end);
    }
  }

  private static Set<ConnectionTable.End> workloads(World world) {
    Set<ConnectionTable.End> ends = new LinkedHashSet<>();
    for (Workload workload : world.workloads()) {
      ends.add(
          new ConnectionTable.End.OfWorkload(
              workload.namespace(), workload.name(), workload.kind()));
    }
    return ends;
  }

  private Map<Pair, OpenPorts> rows(World world) {
    ConnectionTable table = new ConnectionListing(world, cluster, may).table();
    Map<Pair, OpenPorts> rows = new LinkedHashMap<>();
    for (ConnectionTable.Row row : table.rows()) {
      rows.put(new Pair(Optional.of(row.from()), row.to()), row.ports());
    }
    for (ConnectionTable.EntranceRow row : table.entranceRows()) {
      rows.put(new Pair(Optional.empty(), row.to()), row.ports());
    }
    return rows;
  }
}
