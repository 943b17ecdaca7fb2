package dev.zonec.bench;

import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.closed.ClosedEngine;
import dev.zonec.verifier.closed.bits.BitMatrix;
import dev.zonec.verifier.closed.endpoint.Distinctions;
import dev.zonec.verifier.closed.reachability.TransitiveClosure;
import java.util.BitSet;

/**
 * All that the engine does for a cluster, from its policies to what reaches what.
 *
 * @param classes how many classes of ends there are
 * @param pairs how many pairs of them may connect
 * @param reached how many pairs are connected by a path through workloads
 */
record ReachRun(int classes, long pairs, long reached) {
  static ReachRun of(World world) {
    ClosedEngine engine =
        new ClosedEngine(world, Reading.MAY, Cluster.UNDECLARED, Distinctions.NONE);
    BitMatrix pairs = engine.connections(engine.ports().allPorted());
    BitSet relays = new BitSet();
    for (int end = 0; end < world.workloads().size(); end++) {
      relays.set(engine.classOf(end));
    }
    BitMatrix reach = TransitiveClosure.of(pairs, relays);
    return new ReachRun(engine.classes(), pairs.count(), reach.count());
  }
}
