package dev.zonec.verifier.query;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.verifier.closed.ClosedEngine;
import dev.zonec.verifier.closed.bits.BitMatrix;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Looks up the ports on which the policies allow connections between two ends, and selects the
 * ports that a question asks for.
 */
final class OpenPortLookup {
  private final ClosedEngine engine;
  private final Map<Integer, BitSet> asked = new HashMap<>();
  private final QueryPorts queryPorts;

  /**
   * @param engine the engine; its classes distinguish destinations that give different port numbers
   *     to a port name of the question
   */
  OpenPortLookup(ClosedEngine engine, QueryPorts queryPorts) {
    this.engine = engine;
    this.queryPorts = queryPorts;
  }

  /** Returns the ports that are open from one end to the other. */
  OpenPorts all(int from, int to) {
    return OpenPorts.of(open(from, to), engine.ports());
  }

  /** Returns the open ports that the question asks for. */
  OpenPorts asked(int from, int to) {
    BitSet open = open(from, to);
    open.and(askedAtoms(engine.classOf(to), engine.ends().get(to)));
    return OpenPorts.of(open, engine.ports());
  }

  /**
   * Returns the open ports that the question asks for. Both endpoints belong to the world of the
   * engine.
   */
  OpenPorts asked(Endpoint from, Endpoint to) {
    return asked(engine.ends().indexOf(from), engine.ends().indexOf(to));
  }

  private BitSet open(int from, int to) {
    return ofClasses(engine.classOf(from), engine.classOf(to));
  }

  /** Returns the open ports between ends of two classes, as atoms of the engine. */
  BitSet ofClasses(int from, int to) {
    BitSet open = engine.open(from, to);
    open.and(engine.ports().allPorted());
    return open;
  }

  /** Returns the atoms of ports that the question asks for at {@code to}. */
  BitSet askedAt(int to) {
    return askedAtoms(engine.classOf(to), engine.ends().get(to));
  }

  private BitSet askedAtoms(int c, Endpoint member) {
    return asked.computeIfAbsent(c, number -> queryPorts.atoms(engine.ports(), member));
  }

  /** Returns which classes may connect on any port. */
  BitMatrix all() {
    return engine.connections(engine.ports().allPorted());
  }

  /** Returns which classes may connect on a port that the question asks for. */
  BitMatrix asked() {
    Map<BitSet, BitSet> destinations = new LinkedHashMap<>();
    for (int end = 0; end < engine.ends().size(); end++) {
      int c = engine.classOf(end);
      destinations
          .computeIfAbsent(askedAtoms(c, engine.ends().get(end)), ports -> new BitSet())
          .set(c);
    }
    BitMatrix asked = engine.connections(new BitSet());
    destinations.forEach((ports, some) -> asked.add(engine.connections(ports).to(some)));
    return asked;
  }
}
