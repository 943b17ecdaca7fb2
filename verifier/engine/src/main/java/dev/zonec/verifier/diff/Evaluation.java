package dev.zonec.verifier.diff;

import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldPair;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.proof.ReplayMismatch;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Semantics;
import dev.zonec.verifier.smt.Outcome;

/**
 * Evaluates a connection with the concrete semantics, in both worlds. The semantics shares no code
 * with the encoding and with the listing of boxes.
 */
final class Evaluation {
  private final WorldPair worlds;
  private final Cluster cluster;
  private final Reading may;
  private final Semantics before;
  private final Semantics after;

  Evaluation(WorldPair worlds, Cluster cluster, Reading reading) {
    this.worlds = worlds;
    this.cluster = cluster;
    this.may = reading;
    this.before = new Semantics(worlds.before(), reading, cluster);
    this.after = new Semantics(worlds.after(), reading, cluster);
  }

  /** Returns the same evaluation, with open points resolved against the connection. */
  Evaluation must() {
    return new Evaluation(worlds, cluster, may.withPermissive(false));
  }

  /**
   * Returns the connection that the solver found, with the decisions of both worlds.
   *
   * @param allowedAfter whether only the second world must allow it; otherwise, only the first
   * @throws ReplayMismatch if the semantics disagrees
   */
  ChangedConnection changed(Outcome.Possible found, boolean allowedAfter) {
    ChangedConnection connection = decided(found);
    if (connection.before().isAllowed() == allowedAfter
        || connection.after().isAllowed() != allowedAfter) {
      throw mismatch("not different", found);
    }
    return connection;
  }

  /**
   * Returns the connection that the solver found, which the second world must allow, with the
   * decisions of both worlds.
   *
   * @throws ReplayMismatch if the semantics disagrees
   */
  ChangedConnection allowedAfter(Outcome.Possible found) {
    ChangedConnection connection = decided(found);
    if (!connection.after().isAllowed()) {
      throw mismatch("not allowed", found);
    }
    return connection;
  }

  private ChangedConnection decided(Outcome.Possible found) {
    return new ChangedConnection(
        found.source(),
        found.destination(),
        found.family(),
        found.transport(),
        decide(before, worlds.before(), found),
        decide(after, worlds.after(), found));
  }

  private static ReplayMismatch mismatch(String what, Outcome.Possible found) {
    return new ReplayMismatch(
        what
            + ": "
            + found.source().endpoint()
            + " -> "
            + found.destination().endpoint()
            + " on "
            + found.transport());
  }

  private static Decision decide(Semantics semantics, World world, Outcome.Possible found) {
    return semantics.decide(
        new Connection(
            WorldPair.seenIn(world, found.source().endpoint()),
            WorldPair.seenIn(world, found.destination().endpoint()),
            found.family(),
            found.transport()));
  }
}
