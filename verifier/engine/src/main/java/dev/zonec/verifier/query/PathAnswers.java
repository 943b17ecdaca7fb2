package dev.zonec.verifier.query;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.closed.ClosedEngine;
import dev.zonec.verifier.closed.bits.BitMatrix;
import dev.zonec.verifier.closed.reachability.ShortestPaths;
import dev.zonec.verifier.closed.reachability.TransitiveClosure;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Answers questions about paths. Which classes can reach which is computed once for all pairs; the
 * search for shortest paths then runs only from sources that can reach a target. Every hop is
 * evaluated again by the concrete semantics.
 */
final class PathAnswers {
  private final ClosedEngine engine;
  private final AnswerEnds answerEnds;
  private final OpenPortLookup openings;
  private final HopReplay replay;
  private final ZoneProgram program;

  PathAnswers(
      ClosedEngine engine,
      AnswerEnds answerEnds,
      OpenPortLookup openings,
      HopReplay replay,
      ZoneProgram program) {
    this.engine = engine;
    this.answerEnds = answerEnds;
    this.openings = openings;
    this.replay = replay;
    this.program = program;
  }

  /**
   * Returns the shortest paths between each pair of ends of {@code query}, at most {@code maxPaths}
   * for each pair.
   */
  Answer.Paths answer(Query query, int maxPaths) {
    Query.Route route = query.route();
    BitSet avoided = answerEnds.inAnyOf(route.avoiding());
    BitSet relays = AnswerEnds.bits(answerEnds.where(end -> PathHops.relays(end, program)));
    relays.andNot(avoided);
    ShortestPaths.Passage passage =
        new ShortestPaths.Passage(
            relays,
            !route.via().isEmpty(),
            answerEnds.inAnyOf(route.via()),
            route.within().orElse(Integer.MAX_VALUE));
    BitMatrix connections = openings.all();
    ShortestPaths search = new ShortestPaths(engine, connections, openings.asked(), passage);
    BitMatrix reach = TransitiveClosure.of(connections, classes(relays));
    List<Integer> targets =
        answerEnds.in(query.to()).stream().filter(end -> !avoided.get(end)).toList();
    EndsByClass byClass = new EndsByClass(engine, targets);
    List<Answer.Path> paths = new ArrayList<>();
    boolean incomplete = false;
    List<Integer> sources = answerEnds.in(query.from());
    for (int i = 0; i < sources.size(); i++) {
      Progress.check(i, sources.size(), "sources");
      int from = sources.get(i);
      if (avoided.get(from) || !reach.row(engine.classOf(from)).intersects(byClass.classes())) {
        continue;
      }
      ShortestPaths.Found found = search.from(from);
      BitSet reached = byClass.in(found.reached());
      for (int to = reached.nextSetBit(0); to >= 0; to = reached.nextSetBit(to + 1)) {
        Deadline.check();
        if (QueryEngine.isListed(answerEnds.get(from), answerEnds.get(to))) {
          List<List<Integer>> shortest = found.paths(to, maxPaths + 1);
          incomplete |= shortest.size() > maxPaths && maxPaths > 1;
          shortest.stream().limit(maxPaths).map(this::path).forEach(paths::add);
        }
      }
    }
    return new Answer.Paths(paths, incomplete);
  }

  private BitSet classes(BitSet ends) {
    BitSet classes = new BitSet();
    ends.stream().map(engine::classOf).forEach(classes::set);
    return classes;
  }

  private Answer.Path path(List<Integer> ends) {
    PathHops single = new PathHops(answerEnds, openings, replay);
    List<Answer.Hop> hops = new ArrayList<>();
    for (int i = 0; i + 1 < ends.size(); i++) {
      boolean last = i + 2 == ends.size();
      hops.add(
          last
              ? single.asked(ends.get(i), ends.get(i + 1))
              : single.all(ends.get(i), ends.get(i + 1)));
    }
    return new Answer.Path(hops);
  }
}
