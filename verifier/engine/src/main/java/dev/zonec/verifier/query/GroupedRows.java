package dev.zonec.verifier.query;

import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.verifier.closed.ClosedEngine;
import dev.zonec.verifier.closed.bits.BitMatrix;
import dev.zonec.verifier.closed.bits.BitRow;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists the connections with one row for all workloads that may do the same.
 *
 * <p>Workloads whose classes are alike may connect to the same workloads and from the same
 * workloads, so the ports are looked at once for each pair of groups. The destinations of a group
 * with the same ports are one row, and sources whose rows have the same destinations and ports are
 * joined.
 *
 * <p>Invariant: the rows contain a pair of two different workloads if and only if the plain listing
 * has a row for it, with the same ports. A group of one workload does not limit whether this
 * workload is among its own destinations, as a row says nothing about a workload and itself. It
 * therefore counts as one of them, so that workloads that may all connect to each other form one
 * row.
 */
final class GroupedRows {
  private final ConnectionListing listing;
  private final ClosedEngine engine;
  private final BitMatrix connected;
  private final WorkloadPatterns patterns;

  /** The number of workloads. */
  private final int size;

  /** For each group, the first of its classes that has workloads. */
  private final List<Integer> representatives = new ArrayList<>();

  /** For each group, its workloads. */
  private final List<BitRow> members = new ArrayList<>();

  /** For each class, its group; -1 for classes without workloads. */
  private final int[] groupOf;

  GroupedRows(ConnectionListing listing, ClosedEngine engine, BitMatrix connected) {
    this.listing = listing;
    this.engine = engine;
    this.connected = connected;
    this.patterns = new WorkloadPatterns(listing.workloads());
    this.size = listing.workloads().size();
    int[] alike = engine.alikeClasses();
    groupOf = new int[alike.length];
    Map<Integer, Integer> numbers = new HashMap<>();
    for (int c = 0; c < alike.length; c++) {
      List<Integer> workloads = listing.workloadsOf(c);
      groupOf[c] = -1;
      if (!workloads.isEmpty()) {
        int group = numbers.computeIfAbsent(alike[c], key -> numbers.size());
        groupOf[c] = group;
        if (group == members.size()) {
          representatives.add(c);
          members.add(BitRow.empty(size));
        }
        workloads.forEach(members.get(group)::set);
      }
    }
  }

  /** A row before it is written. */
  private record Row(BitRow from, BitRow to, BitSet ports) {}

  /** The part of a row that rows with different sources can have in common. */
  private record Key(BitRow other, BitSet ports) {}

  /** Returns the rows: those between workloads, to addresses, and from addresses, each sorted. */
  List<ConnectionTable.Row> rows() {
    List<ConnectionTable.Row> rows = new ArrayList<>();
    for (Row row : betweenWorkloads()) {
      rows.add(
          new ConnectionTable.Row(
              patterns.end(row.from()), patterns.end(row.to()), listing.ports(row.ports())));
    }
    withAddresses(true)
        .forEach(
            (key, workloads) ->
                rows.add(
                    new ConnectionTable.Row(
                        patterns.end(workloads), addresses(key), listing.ports(key.ports()))));
    withAddresses(false)
        .forEach(
            (key, workloads) ->
                rows.add(
                    new ConnectionTable.Row(
                        addresses(key), patterns.end(workloads), listing.ports(key.ports()))));
    return rows;
  }

  private List<Row> betweenWorkloads() {
    Map<Key, BitRow> sources = new LinkedHashMap<>();
    for (int group = 0; group < members.size(); group++) {
      Progress.check(group, members.size(), "groups of workloads");
      BitRow own = members.get(group);
      destinations(group)
          .forEach(
              (ports, to) -> {
                if (own.count() == 1) {
                  to.or(own);
                }
                sources.computeIfAbsent(new Key(to, ports), key -> BitRow.empty(size)).or(own);
              });
    }
    List<Row> rows = new ArrayList<>();
    sources.forEach(
        (key, from) -> {
          BitRow to = key.other();
          if (from.count() == 1) {
            to.andNot(from);
          } else if (to.count() == 1) {
            from.andNot(to);
          }
          if (!to.isEmpty()) {
            rows.add(new Row(from, to, key.ports()));
          }
        });
    rows.sort(
        Comparator.<Row>comparingInt(row -> row.from().next(0))
            .thenComparingInt(row -> row.to().next(0)));
    return rows;
  }

  /** Returns the workloads that a group may connect to, by the ports. */
  private Map<BitSet, BitRow> destinations(int group) {
    int source = representatives.get(group);
    Map<BitSet, BitRow> byPorts = new LinkedHashMap<>();
    for (int c = connected.next(source, 0); c >= 0; c = connected.next(source, c + 1)) {
      int other = groupOf[c];
      boolean itself = other == group && members.get(group).count() == 1;
      if (other >= 0 && representatives.get(other) == c && !itself) {
        byPorts
            .computeIfAbsent(listing.ported(engine.open(source, c)), ports -> BitRow.empty(size))
            .or(members.get(other));
      }
    }
    return byPorts;
  }

  /** Returns the workloads that may connect to the same addresses, or from them, on the ports. */
  private Map<Key, BitRow> withAddresses(boolean calls) {
    Map<Key, BitRow> workloads = new LinkedHashMap<>();
    for (int group = 0; group < members.size(); group++) {
      BitRow own = members.get(group);
      listing
          .groupsOfClass(representatives.get(group), calls)
          .forEach(
              (ports, ends) -> {
                BitRow addresses = BitRow.empty(engine.ends().size());
                ends.forEach(addresses::set);
                workloads
                    .computeIfAbsent(new Key(addresses, ports), key -> BitRow.empty(size))
                    .or(own);
              });
    }
    return workloads;
  }

  private ConnectionTable.End addresses(Key key) {
    return listing.addresses(key.other().toBitSet().stream().boxed().toList());
  }
}
