package dev.zonec.verifier.proof;

import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.label.LabelChanges;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Intent;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.semantics.Decision;
import dev.zonec.verifier.semantics.Semantics;
import dev.zonec.verifier.smt.Outcome;
import dev.zonec.verifier.smt.Witness;

/**
 * Evaluates counterexamples again with the concrete semantics, which shares no code with the
 * encoding.
 *
 * <p>All methods throw {@link ReplayMismatch} if the concrete semantics disagrees.
 */
final class Replay {
  private final Semantics may;
  private final Semantics must;
  private final Intent intent;
  private final ExcludedPods excluded;
  private final WornLabels wornLabels;

  Replay(
      World world, ZoneProgram program, Reading may, ExcludedPods excluded, WornLabels wornLabels) {
    this.may = new Semantics(world, may, program.cluster());
    this.must = new Semantics(world, may.withPermissive(false), program.cluster());
    this.intent = new Intent(program);
    this.excluded = excluded;
    this.wornLabels = wornLabels;
  }

  /** Returns the connection, which must be allowed under MAY. */
  Hop allowed(Outcome.Possible found) {
    Ends ends = new Ends(found.source(), found.destination(), found.family(), found.transport());
    return allowed(
        ends,
        wornLabels.of(found.source().endpoint(), found.worn(), changes -> allows(ends, changes)));
  }

  /**
   * Returns the connection, which must be allowed under MAY if the source wears labels in {@code
   * worn}.
   */
  Hop allowed(Witness from, Box worn, Witness to, Family family, Transport transport) {
    Ends ends = new Ends(from, to, family, transport);
    return allowed(ends, wornLabels.of(from.endpoint(), worn, changes -> allows(ends, changes)));
  }

  private Hop allowed(Ends ends, LabelChanges changes) {
    Hop hop = hop(may, ends, changes);
    if (!hop.decision().isAllowed()) {
      throw new ReplayMismatch("not allowed: " + hop.connection());
    }
    return hop;
  }

  private boolean allows(Ends ends, LabelChanges changes) {
    Hop hop = hop(may, ends, changes);
    return !excluded.isInBothOfAPair(hop.connection().source()) && hop.decision().isAllowed();
  }

  /** A connection without its decision. */
  private record Ends(Witness from, Witness to, Family family, Transport transport) {}

  /** Returns the connection, which must be allowed under MAY and not be declared. */
  Hop allowedAndUndeclared(Outcome.Possible found) {
    Hop hop = allowed(found);
    if (intent.declares(hop.connection())) {
      throw new ReplayMismatch("declared: " + hop.connection());
    }
    return hop;
  }

  /** Returns the connection, which must be blocked under MUST. */
  Hop blocked(Outcome.Possible found) {
    Ends ends = new Ends(found.source(), found.destination(), found.family(), found.transport());
    Hop hop = hop(must, ends, LabelChanges.NONE);
    if (hop.decision().isAllowed()) {
      throw new ReplayMismatch("not blocked: " + hop.connection());
    }
    return hop;
  }

  private Hop hop(Semantics semantics, Ends ends, LabelChanges changes) {
    Connection connection =
        Hop.connection(ends.from(), changes, ends.to(), ends.family(), ends.transport());
    if (excluded.contains(ends.from().endpoint()) || excluded.contains(ends.to().endpoint())) {
      throw new ReplayMismatch("an end is assumed not to exist: " + connection);
    }
    Decision decision = semantics.decide(connection);
    return new Hop(ends.from(), changes, ends.to(), ends.family(), ends.transport(), decision);
  }
}
