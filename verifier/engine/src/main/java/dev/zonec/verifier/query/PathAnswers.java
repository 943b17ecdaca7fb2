package dev.zonec.verifier.query;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.closed.ClosedEngine;
import dev.zonec.verifier.closed.bits.BitMatrix;
import dev.zonec.verifier.closed.reachability.ShortestPaths;
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

  /** Returns the search for the same paths with one entry for ends that reach each other alike. */
  JoinedPathSearch joined(EndNames names) {
    return new JoinedPathSearch(
        engine, answerEnds, openings, new PathHops(answerEnds, openings, replay), program, names);
  }

  /**
   * Returns the shortest paths between each pair of ends of {@code query}, at most {@code maxPaths}
   * for each pair.
   */
  Answer.Paths answer(Query query, int maxPaths) {
    AskedPaths asked = AskedPaths.of(query, answerEnds, program);
    BitMatrix connections = openings.all();
    ShortestPaths search =
        new ShortestPaths(engine, connections, openings.asked(), asked.passage());
    BitMatrix reach = asked.reach(engine, connections);
    EndsByClass targets = new EndsByClass(engine, asked.targets());
    PathHops hops = new PathHops(answerEnds, openings, replay);
    List<Answer.Path> paths = new ArrayList<>();
    boolean incomplete = false;
    List<Integer> sources = asked.sources();
    for (int i = 0; i < sources.size(); i++) {
      Progress.check(i, sources.size(), "sources");
      int from = sources.get(i);
      if (!reach.row(engine.classOf(from)).intersects(targets.classes())) {
        continue;
      }
      ShortestPaths.Found found = search.from(from);
      BitSet reached = targets.in(found.reached());
      for (int to = reached.nextSetBit(0); to >= 0; to = reached.nextSetBit(to + 1)) {
        Deadline.check();
        if (QueryEngine.isListed(answerEnds.get(from), answerEnds.get(to))) {
          List<List<Integer>> shortest = found.paths(to, maxPaths + 1);
          incomplete |= shortest.size() > maxPaths && maxPaths > 1;
          shortest.stream().limit(maxPaths).map(hops::path).forEach(paths::add);
        }
      }
    }
    return new Answer.Paths(paths, incomplete);
  }
}
