package dev.zonec.verifier.query;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.verifier.closed.ClosedEngine;
import dev.zonec.verifier.closed.bits.BitMatrix;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is open between ends, of what a question asks for. */
final class OpenPortLookup {
  private final ClosedEngine engine;
  private final Map<Integer, BitSet> asked = new HashMap<>();
  private final QueryPorts service;

  /**
   * @param engine tells ends apart for which a name of {@code service} is another port
   */
  OpenPortLookup(ClosedEngine engine, QueryPorts service) {
    this.engine = engine;
    this.service = service;
  }

  /** The ports that end {@code from} may open to end {@code to}. */
  OpenPorts all(int from, int to) {
    return OpenPorts.of(open(from, to), engine.ports());
  }

  /** Those among them that are asked for. */
  OpenPorts asked(int from, int to) {
    BitSet open = open(from, to);
    open.and(askedOf(engine.classOf(to), engine.ends().get(to)));
    return OpenPorts.of(open, engine.ports());
  }

  /** The same by the ends themselves, which are of the engine's world. */
  OpenPorts asked(Endpoint from, Endpoint to) {
    return asked(engine.ends().indexOf(from), engine.ends().indexOf(to));
  }

  private BitSet open(int from, int to) {
    BitSet open = engine.open(engine.classOf(from), engine.classOf(to));
    open.and(engine.ports().allPorted());
    return open;
  }

  private BitSet askedOf(int c, Endpoint member) {
    return asked.computeIfAbsent(c, number -> service.atoms(engine.ports(), member));
  }

  /** Which classes may connect at all. */
  BitMatrix all() {
    return engine.connections(engine.ports().allPorted());
  }

  /** Which classes may connect on what is asked for. */
  BitMatrix asked() {
    Map<BitSet, BitSet> destinations = new LinkedHashMap<>();
    for (int end = 0; end < engine.ends().size(); end++) {
      int c = engine.classOf(end);
      destinations
          .computeIfAbsent(askedOf(c, engine.ends().get(end)), ports -> new BitSet())
          .set(c);
    }
    BitMatrix asked = engine.connections(new BitSet());
    destinations.forEach((ports, some) -> asked.add(engine.connections(ports).to(some)));
    return asked;
  }
}
