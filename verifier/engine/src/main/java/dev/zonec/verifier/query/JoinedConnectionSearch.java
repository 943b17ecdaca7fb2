package dev.zonec.verifier.query;

import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.closed.ClosedEngine;
import dev.zonec.verifier.closed.bits.BitMatrix;
import dev.zonec.verifier.closed.bits.BitRow;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers a question about connections with one row for ends that may connect alike. The ports are
 * looked at once for each pair of groups that connect.
 */
record JoinedConnectionSearch(
    ClosedEngine engine, AnswerEnds ends, OpenPortLookup openings, EndNames names) {
  private record Content(Object sources, Object destinations, OpenPorts ports) {}

  /** Returns the connections from one end of {@code query} to the other. */
  Answer.JoinedConnections answer(Query query) {
    BitSet sources = AnswerEnds.bits(ends.in(query.from()));
    BitSet destinations = AnswerEnds.bits(ends.in(query.to()));
    BitSet either = (BitSet) sources.clone();
    either.or(destinations);
    AlikeEnds groups =
        new AlikeEnds(
            engine,
            either.stream().boxed().toList(),
            end ->
                List.of(
                    names.kind(end),
                    openings.askedAt(end),
                    sources.get(end),
                    destinations.get(end)));
    EndsByClass standing =
        new EndsByClass(engine, groups.firstOf(destinations, 2).stream().boxed().toList());
    BitMatrix asked = openings.asked();
    JoinedRows<Content> rows = new JoinedRows<>();
    for (int group = 0; group < groups.size(); group++) {
      Progress.check(group, groups.size(), "groups of ends");
      int from = groups.first(group);
      if (sources.get(from)) {
        Map<Content, BitRow> found = new LinkedHashMap<>();
        BitSet open = standing.in(asked.row(engine.classOf(from)));
        for (int to = open.nextSetBit(0); to >= 0; to = open.nextSetBit(to + 1)) {
          int other = groups.other(from, to);
          if (other >= 0 && QueryEngine.isListed(ends.get(from), ends.get(to))) {
            found
                .computeIfAbsent(
                    new Content(names.kind(from), names.kind(to), openings.asked(from, to)),
                    content -> BitRow.empty(engine.ends().size()))
                .or(groups.members(other));
          }
        }
        BitRow own = groups.members(group);
        found.forEach((content, to) -> rows.add(own, to, content));
      }
    }
    return new Answer.JoinedConnections(
        rows.rows().stream()
            .map(
                row ->
                    new Answer.JoinedRow(
                        names.of(row.from(), row.to()),
                        names.of(row.to(), row.from()),
                        row.content().ports()))
            .toList());
  }
}
