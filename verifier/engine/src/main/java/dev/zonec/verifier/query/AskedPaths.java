package dev.zonec.verifier.query;

import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.closed.ClosedEngine;
import dev.zonec.verifier.closed.bits.BitMatrix;
import dev.zonec.verifier.closed.reachability.ShortestPaths;
import dev.zonec.verifier.closed.reachability.TransitiveClosure;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * The paths that a question asks for.
 *
 * @param sources the ends that paths begin at, without those to avoid, in ascending order
 * @param targets the ends that paths lead to, without those to avoid, in ascending order
 * @param passage the constraints on the ends between them
 */
record AskedPaths(List<Integer> sources, List<Integer> targets, ShortestPaths.Passage passage) {
  /** Returns the paths that {@code query} asks for. */
  static AskedPaths of(Query query, AnswerEnds ends, ZoneProgram program) {
    Query.Route route = query.route();
    BitSet avoided = ends.inAnyOf(route.avoiding());
    Predicate<Integer> wanted = end -> !avoided.get(end);
    BitSet relays = AnswerEnds.bits(ends.where(end -> PathHops.relays(end, program)));
    relays.andNot(avoided);
    return new AskedPaths(
        ends.in(query.from()).stream().filter(wanted).toList(),
        ends.in(query.to()).stream().filter(wanted).toList(),
        new ShortestPaths.Passage(
            relays,
            !route.via().isEmpty(),
            ends.inAnyOf(route.via()),
            route.within().orElse(Integer.MAX_VALUE)));
  }

  /** Returns which classes a class reaches with any number of hops of {@code connections}. */
  BitMatrix reach(ClosedEngine engine, BitMatrix connections) {
    BitSet relayClasses = new BitSet();
    passage.relays().stream().map(engine::classOf).forEach(relayClasses::set);
    return TransitiveClosure.of(connections, relayClasses);
  }
}
