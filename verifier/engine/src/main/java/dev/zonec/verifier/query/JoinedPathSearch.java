package dev.zonec.verifier.query;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.closed.ClosedEngine;
import dev.zonec.verifier.closed.bits.BitMatrix;
import dev.zonec.verifier.closed.bits.BitRow;
import dev.zonec.verifier.closed.reachability.ShortestPaths;
import dev.zonec.verifier.proof.ReplayMismatch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Answers a question about paths with one entry for ends that reach each other alike.
 *
 * <p>The number of hops is searched once for each pair of groups of alike ends, among a few relays
 * of each group. Each entry then has the paths between its first two ends, which are searched among
 * all relays, as the answer with an entry for each pair does; the semantics evaluates their hops.
 */
record JoinedPathSearch(
    ClosedEngine engine,
    AnswerEnds ends,
    OpenPortLookup openings,
    PathHops hops,
    ZoneProgram program,
    EndNames names) {
  /**
   * The number of relays of a group with which shortest paths are as short as with all. A relay can
   * be exchanged for another one of its group that is neither the source, nor the target, nor the
   * relay before it.
   */
  private static final int ENOUGH = 4;

  /**
   * What a row says.
   *
   * @param ports the ports of paths of one hop; no ports for longer paths
   */
  private record Content(Object sources, Object targets, int length, OpenPorts ports) {}

  /**
   * Returns an entry for ends that reach each other alike. An entry has the paths of its first
   * pair, at most {@code maxPaths}.
   */
  Answer.JoinedPaths answer(Query query, int maxPaths) {
    AskedPaths asked = AskedPaths.of(query, ends, program);
    ShortestPaths.Passage passage = asked.passage();
    BitMatrix connections = openings.all();
    BitMatrix last = openings.asked();
    AlikeEnds groups = groups(asked);
    ShortestPaths.Passage few =
        new ShortestPaths.Passage(
            groups.firstOf(passage.relays(), ENOUGH),
            passage.needed(),
            passage.via(),
            passage.longest());
    return withExamples(
        rows(
            asked,
            groups,
            new ShortestPaths(engine, connections, last, few),
            asked.reach(engine, connections)),
        new ShortestPaths(engine, connections, last, passage),
        maxPaths);
  }

  private AlikeEnds groups(AskedPaths asked) {
    ShortestPaths.Passage passage = asked.passage();
    BitSet sources = AnswerEnds.bits(asked.sources());
    BitSet targets = AnswerEnds.bits(asked.targets());
    BitSet all = (BitSet) passage.relays().clone();
    all.or(sources);
    all.or(targets);
    return new AlikeEnds(
        engine,
        all.stream().boxed().toList(),
        end ->
            List.of(
                names.kind(end),
                openings.askedAt(end),
                sources.get(end),
                targets.get(end),
                passage.relays().get(end),
                passage.via().get(end)));
  }

  private List<JoinedRows.Row<Content>> rows(
      AskedPaths asked, AlikeEnds groups, ShortestPaths search, BitMatrix reach) {
    BitSet sources = AnswerEnds.bits(asked.sources());
    BitSet standing = groups.firstOf(AnswerEnds.bits(asked.targets()), 2);
    EndsByClass targets = new EndsByClass(engine, standing.stream().boxed().toList());
    JoinedRows<Content> rows = new JoinedRows<>();
    for (int group = 0; group < groups.size(); group++) {
      Progress.check(group, groups.size(), "groups of ends");
      int from = groups.first(group);
      BitRow own = groups.members(group);
      if (sources.get(from) && reach.row(engine.classOf(from)).intersects(targets.classes())) {
        reached(search.from(from), from, targets, groups)
            .forEach((content, to) -> rows.add(own, to, content));
      }
    }
    return rows.rows();
  }

  /** Returns the ends of the groups that {@code from} reaches. */
  private Map<Content, BitRow> reached(
      ShortestPaths.Found found, int from, EndsByClass targets, AlikeEnds groups) {
    Map<Content, BitRow> alike = new LinkedHashMap<>();
    BitSet reached = targets.in(found.reached());
    for (int to = reached.nextSetBit(0); to >= 0; to = reached.nextSetBit(to + 1)) {
      Deadline.check();
      int group = groups.other(from, to);
      if (group >= 0 && QueryEngine.isListed(ends.get(from), ends.get(to))) {
        OptionalInt length = found.hops(to);
        if (length.isPresent()) {
          OpenPorts ports = length.getAsInt() == 1 ? openings.asked(from, to) : OpenPorts.NONE;
          alike
              .computeIfAbsent(
                  new Content(names.kind(from), names.kind(to), length.getAsInt(), ports),
                  content -> BitRow.empty(engine.ends().size()))
              .or(groups.members(group));
        }
      }
    }
    return alike;
  }

  private Answer.JoinedPaths withExamples(
      List<JoinedRows.Row<Content>> rows, ShortestPaths search, int maxPaths) {
    List<Answer.JoinedPath> joined = new ArrayList<>();
    boolean incomplete = false;
    ShortestPaths.@Nullable Found found = null;
    int searched = -1;
    for (int i = 0; i < rows.size(); i++) {
      Progress.check(i, rows.size(), "entries");
      JoinedRows.Row<Content> row = rows.get(i);
      int from = row.from().next(0);
      int to = row.to().next(0);
      if (to == from) {
        to = row.to().next(to + 1);
      }
      if (found == null || searched != from) {
        found = search.from(from);
        searched = from;
      }
      List<List<Integer>> shortest = found.paths(to, maxPaths + 1);
      if (shortest.isEmpty() || shortest.getFirst().size() != row.content().length() + 1) {
        throw new ReplayMismatch(
            ends.get(from)
                + " ~> "
                + ends.get(to)
                + " has no path of "
                + row.content().length()
                + " hops");
      }
      incomplete |= shortest.size() > maxPaths && maxPaths > 1;
      joined.add(
          new Answer.JoinedPath(
              names.of(row.from(), row.to()),
              names.of(row.to(), row.from()),
              shortest.stream().limit(maxPaths).map(hops::path).toList()));
    }
    return new Answer.JoinedPaths(joined, incomplete);
  }
}
