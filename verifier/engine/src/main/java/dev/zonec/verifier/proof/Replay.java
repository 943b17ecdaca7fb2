package dev.zonec.verifier.proof;

import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Intent;
import dev.zonec.model.program.ZoneProgram;
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

  Replay(World world, ZoneProgram program, Reading may, ExcludedPods excluded) {
    this.may = new Semantics(world, may, program.cluster());
    this.must = new Semantics(world, may.withPermissive(false), program.cluster());
    this.intent = new Intent(program);
    this.excluded = excluded;
  }

  /** Returns the connection, which must be allowed under MAY. */
  Hop allowed(Outcome.Possible found) {
    return allowed(found.source(), found.destination(), found.family(), found.transport());
  }

  /** Returns the connection, which must be allowed under MAY. */
  Hop allowed(Witness from, Witness to, Family family, Transport transport) {
    Hop hop = hop(may, from, to, family, transport);
    if (!hop.decision().isAllowed()) {
      throw new ReplayMismatch("not allowed: " + hop.connection());
    }
    return hop;
  }

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
    Hop hop = hop(must, found.source(), found.destination(), found.family(), found.transport());
    if (hop.decision().isAllowed()) {
      throw new ReplayMismatch("not blocked: " + hop.connection());
    }
    return hop;
  }

  private Hop hop(
      Semantics semantics, Witness from, Witness to, Family family, Transport transport) {
    Connection connection = new Connection(from.endpoint(), to.endpoint(), family, transport);
    if (excluded.contains(from.endpoint()) || excluded.contains(to.endpoint())) {
      throw new ReplayMismatch("an end is assumed not to exist: " + connection);
    }
    Decision decision = semantics.decide(connection);
    return new Hop(from, to, family, transport, decision);
  }
}
