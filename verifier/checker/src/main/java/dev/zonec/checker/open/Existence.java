package dev.zonec.checker.open;

import dev.zonec.checker.claim.CheckedRun;
import dev.zonec.checker.solver.Constant;
import dev.zonec.checker.solver.Statement;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Disjointness;
import java.util.ArrayList;
import java.util.List;

/**
 * The connection could exist: one end is a pod, pods have addresses of the cluster, addresses
 * outside have others, the namespaces exist, and no end is assumed not to.
 */
final class Existence {
  private final EndStatements ends;
  private final CheckedRun run;

  Existence(EndStatements ends, CheckedRun run) {
    this.ends = ends;
    this.run = run;
  }

  /** Returns what is true of every connection that could exist. */
  List<Statement> of(Ends connection) {
    List<Statement> all = new ArrayList<>();
    all.add(Statement.any(ends.isPod(connection.source()), ends.isPod(connection.destination())));
    all.add(PortStatements.exists());
    for (Family family : Family.values()) {
      // One end is a pod, and it needs an address of the family.
      if (cluster().podAddresses(family).isEmpty()) {
        all.add(Statement.not(EndStatements.over(family)));
      }
    }
    addEnd(connection.source(), all);
    addEnd(connection.destination(), all);
    return all;
  }

  private Cluster cluster() {
    return run.program().cluster();
  }

  private void addEnd(End end, List<Statement> all) {
    Statement isPod = ends.isPod(end);
    for (Family family : Family.values()) {
      AddressSet ofPods = cluster().podAddresses(family);
      if (!ofPods.isEmpty()) {
        all.add(Statement.implies(isPod, EndStatements.hasAddress(end, ofPods)));
      }
      AddressSet outside = cluster().externalAddresses(family);
      all.add(
          Statement.any(
              isPod,
              Statement.not(EndStatements.over(family)),
              EndStatements.hasAddress(end, outside)));
    }
    if (end.place() instanceof Place.Anywhere && !ends.mentions().others()) {
      all.add(
          Statement.implies(
              isPod,
              ends.mentions().namespaces().isEmpty()
                  ? Constant.FALSE
                  : ends.namespaceIsNamed(end)));
    }
    for (Disjointness.Pair pair : run.disjoint()) {
      all.add(
          Statement.not(
              Statement.all(ends.inParty(end, pair.first()), ends.inParty(end, pair.second()))));
    }
    all.add(Statement.not(ends.inAny(end, run.excluded())));
  }
}
