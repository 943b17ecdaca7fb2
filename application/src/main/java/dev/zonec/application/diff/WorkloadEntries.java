package dev.zonec.application.diff;

import dev.zonec.application.report.Entry;
import dev.zonec.application.report.EntryRule;
import dev.zonec.application.report.EntryRule.OfDifference;
import dev.zonec.application.report.Status;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.verifier.diff.OpenDifference;
import dev.zonec.verifier.diff.Region;
import dev.zonec.verifier.diff.RegionEnds;
import dev.zonec.verifier.diff.WorkloadComparison;
import dev.zonec.verifier.query.ConnectionTable.End;
import dev.zonec.verifier.query.OpenPorts;
import dev.zonec.verifier.report.ConnectionsText;
import java.util.List;
import java.util.Optional;

/**
 * Turns the connections of declared workloads that differ into entries. The lines of such an entry
 * are those of a region with its ends, if there is one.
 *
 * @param open the difference for every pod, if it is known
 * @param lines finds the lines that decide
 * @param opened the status of a connection with more ports
 */
record WorkloadEntries(Optional<OpenDifference> open, DecidingLines.Finder lines, Status opened) {
  /** Returns the entry of {@code change}. */
  Entry of(WorkloadComparison.Change change) {
    boolean opens = change.opens();
    EntryRule rule = opens ? OfDifference.WORKLOAD_OPENS : OfDifference.WORKLOAD_CLOSES;
    String ends =
        change.from().map(Object::toString).orElse(ConnectionsText.INGRESS) + " -> " + change.to();
    Entry entry =
        Entry.difference(
            opens ? opened : Status.NOTE,
            rule,
            ends,
            (exposure(change) ? "exposure of a workload: " : "connection of workloads: ")
                + ends
                + " : "
                + ports(change));
    return regions(opens).stream()
        .filter(region -> concerns(region, change))
        .findFirst()
        .map(region -> lines.of(region.examples().getFirst()).around(entry))
        .orElse(entry);
  }

  private static boolean exposure(WorkloadComparison.Change change) {
    return change.from().map(End.OfAddresses.class::isInstance).orElse(true);
  }

  private static String ports(WorkloadComparison.Change change) {
    return change.before().map(OpenPorts::toString).orElse("nothing")
        + " becomes "
        + change.after().map(OpenPorts::toString).orElse("nothing");
  }

  private List<Region> regions(boolean opens) {
    return open.filter(OpenDifference.Exact.class::isInstance)
        .map(OpenDifference.Exact.class::cast)
        .map(exact -> opens ? exact.more() : exact.less())
        .orElse(List.of());
  }

  private static boolean concerns(Region region, WorkloadComparison.Change change) {
    return change.from().isPresent()
        && concerns(region.from(), change.from().get())
        && concerns(region.to(), change.to());
  }

  private static boolean concerns(RegionEnds ends, End end) {
    return switch (end) {
      case End.OfWorkload(String namespace, String name, String kind) ->
          ends.deployed().stream().anyMatch(workload -> is(workload, namespace, name, kind));
      case End.OfAddresses addresses -> ends.cell().holdsAddresses();
      case End.OfWorkloads several ->
          throw new IllegalArgumentException("a change has single workloads, not " + several);
    };
  }

  private static boolean is(Workload workload, String namespace, String name, String kind) {
    return workload.namespace().equals(namespace)
        && workload.name().equals(name)
        && workload.kind().equals(kind);
  }
}
