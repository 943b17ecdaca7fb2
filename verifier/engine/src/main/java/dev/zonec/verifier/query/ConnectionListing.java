package dev.zonec.verifier.query;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.kubernetes.address.ClusterAddresses;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.closed.ClosedEngine;
import dev.zonec.verifier.closed.bits.BitMatrix;
import dev.zonec.verifier.closed.endpoint.Distinctions;
import dev.zonec.verifier.semantics.Semantics;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Lists every allowed connection of a world. The closed-world engine computes at once which classes
 * may connect on some port; only for these pairs, the listing looks at the ports, and expands the
 * classes to workloads and to ranges of addresses. The cost is therefore that of the rows, and not
 * that of all pairs of workloads. For each workload, addresses with the same open ports form one
 * row, and neighbouring address atoms in a row are joined to one range. Invariant: the rows contain
 * exactly the connections that the engine allows between two different workloads, and between a
 * workload and an address outside the cluster.
 */
public final class ConnectionListing {
  private final World world;
  private final Cluster cluster;
  private final Reading reading;
  private final ClosedEngine engine;
  private final List<Integer> externalAddresses = new ArrayList<>();
  private final BitMatrix connected;
  private final Map<Integer, List<Integer>> workloadsOf = new HashMap<>();
  private final BitSet addressClasses = new BitSet();
  private final BitSet calledByAddresses = new BitSet();
  private final Map<Integer, Map<BitSet, List<Integer>>> destinationGroups = new HashMap<>();
  private final Map<Integer, Map<BitSet, List<Integer>>> sourceGroups = new HashMap<>();

  /**
   * @param declared the address ranges of the cluster; the listing does not contain the declared
   *     addresses of pods
   */
  public ConnectionListing(World world, Cluster declared, Reading reading) {
    this.world = world;
    this.cluster = new ClusterAddresses(world, declared).seen();
    this.reading = reading;
    List<AddressSet> external = Stream.of(Family.values()).map(cluster::externalAddresses).toList();
    this.engine =
        new ClosedEngine(world, reading, cluster, new Distinctions(external, List.of(), List.of()));
    for (int end = 0; end < engine.ends().size(); end++) {
      if (engine.ends().get(end) instanceof Endpoint.External(IpAddress address)
          && external.stream().anyMatch(set -> set.contains(address))) {
        externalAddresses.add(end);
        addressClasses.set(engine.classOf(end));
      }
    }
    for (int workload = 0; workload < world.workloads().size(); workload++) {
      workloadsOf.computeIfAbsent(engine.classOf(workload), c -> new ArrayList<>()).add(workload);
    }
    this.connected = engine.connections(engine.ports().allPorted());
    addressClasses.stream().forEach(c -> calledByAddresses.or(connected.row(c).toBitSet()));
  }

  /**
   * Returns errors about Services that entrances refer to and no manifest declares. The table lacks
   * the connections through them.
   */
  public List<Diagnostic> missing() {
    return EntranceRows.missing(world);
  }

  /** Returns the table with one row for all workloads that may do the same. */
  public ConnectionTable groupedTable() {
    List<ConnectionTable.Row> rows = new GroupedRows(this, engine, connected).rows();
    return new ConnectionTable(rows, entranceRows());
  }

  /**
   * Returns the table with a row for each pair of workloads. It has no row from a workload to
   * itself, and no row between two addresses.
   */
  public ConnectionTable table() {
    List<ConnectionTable.Row> rows = new ArrayList<>();
    for (int from = 0; from < world.workloads().size(); from++) {
      Progress.check(from, world.workloads().size(), "workloads");
      addRowsToWorkloads(from, rows);
      for (Map.Entry<BitSet, List<Integer>> group : groups(from, true).entrySet()) {
        rows.add(
            new ConnectionTable.Row(
                workload(from), addresses(group.getValue()), ports(group.getKey())));
      }
    }
    for (int to = 0; to < world.workloads().size(); to++) {
      Deadline.check();
      for (Map.Entry<BitSet, List<Integer>> group : groups(to, false).entrySet()) {
        rows.add(
            new ConnectionTable.Row(
                addresses(group.getValue()), workload(to), ports(group.getKey())));
      }
    }
    return new ConnectionTable(rows, entranceRows());
  }

  private void addRowsToWorkloads(int from, List<ConnectionTable.Row> rows) {
    int source = engine.classOf(from);
    BitSet called = new BitSet();
    connected.row(source).toBitSet().stream().forEach(c -> workloadsOf(c).forEach(called::set));
    called.clear(from);
    called.stream()
        .forEach(
            to -> {
              BitSet open = ported(engine.open(source, engine.classOf(to)));
              rows.add(new ConnectionTable.Row(workload(from), workload(to), ports(open)));
            });
  }

  private List<ConnectionTable.EntranceRow> entranceRows() {
    return EntranceRows.of(world, new Semantics(world, reading, cluster), reading).stream()
        .map(row -> new ConnectionTable.EntranceRow(workload(row.workload()), row.ports()))
        .toList();
  }

  List<Workload> workloads() {
    return world.workloads();
  }

  /** Returns the numbers of the workloads of class {@code c}. */
  List<Integer> workloadsOf(int c) {
    return workloadsOf.getOrDefault(c, List.of());
  }

  OpenPorts ports(BitSet open) {
    return OpenPorts.of(open, engine.ports());
  }

  /**
   * Groups the addresses that may connect with a workload by the open ports.
   *
   * @param calls whether the workload is the source of the connections
   */
  private Map<BitSet, List<Integer>> groups(int workload, boolean calls) {
    return (calls ? destinationGroups : sourceGroups)
        .computeIfAbsent(engine.classOf(workload), c -> groupsOfClass(c, calls));
  }

  /** Groups the addresses that may connect with the workloads of a class by the open ports. */
  Map<BitSet, List<Integer>> groupsOfClass(int c, boolean calls) {
    Map<BitSet, List<Integer>> groups = new LinkedHashMap<>();
    if (!meetsAddresses(c, calls)) {
      return groups;
    }
    Map<Integer, BitSet> byClass = new HashMap<>();
    for (int end : externalAddresses) {
      BitSet open =
          byClass.computeIfAbsent(
              engine.classOf(end),
              other -> ported(calls ? engine.open(c, other) : engine.open(other, c)));
      if (!open.isEmpty()) {
        groups.computeIfAbsent(open, ports -> new ArrayList<>()).add(end);
      }
    }
    return groups;
  }

  private boolean meetsAddresses(int c, boolean calls) {
    return calls
        ? connected.row(c).toBitSet().intersects(addressClasses)
        : calledByAddresses.get(c);
  }

  /** Keeps the ports of protocols with ports. */
  BitSet ported(BitSet open) {
    open.and(engine.ports().allPorted());
    return open;
  }

  private ConnectionTable.End workload(int number) {
    return workload(world.workloads().get(number));
  }

  static ConnectionTable.End workload(Workload workload) {
    return new ConnectionTable.End.OfWorkload(
        workload.pod().namespace().name(), workload.name(), workload.kind());
  }

  ConnectionTable.End addresses(List<Integer> ends) {
    List<String> ranges = new ArrayList<>();
    int first = ends.getFirst();
    int last = first;
    for (int end : ends.subList(1, ends.size())) {
      if (end != last + 1 || family(end) != family(last)) {
        ranges.add(range(first, last));
        first = end;
      }
      last = end;
    }
    ranges.add(range(first, last));
    return new ConnectionTable.End.OfAddresses(ranges);
  }

  private String range(int first, int last) {
    IpAddress from = new IpAddress(family(first), engine.ends().range(first).first());
    IpAddress to = new IpAddress(family(last), engine.ends().range(last).last());
    return from.equals(to) ? from.toString() : from + "-" + to;
  }

  private Family family(int end) {
    return ((Endpoint.External) engine.ends().get(end)).address().family();
  }
}
