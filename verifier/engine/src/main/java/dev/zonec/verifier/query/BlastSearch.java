package dev.zonec.verifier.query;

import dev.zonec.diagnostics.Span;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.Service;
import dev.zonec.model.query.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the blast radius of an end with two questions about paths: from the end to everything, and
 * from everything to the end. If the end stands for several workloads, the shortest path of any of
 * them counts.
 */
public record BlastSearch(QueryEngine engine) {
  /** Returns the blast radius of {@code end}, for which {@link QueryEngine#problems} is empty. */
  public BlastRadius of(Query.End end) {
    Query.End anywhere = new Query.End.Anywhere(end.span());
    List<AnswerEnd> ends =
        engine.members(end) instanceof Answer.Members(var members) ? members : List.of();
    Set<AnswerEnd> own = new HashSet<>(ends);
    List<BlastRadius.Reached> reached =
        nearest(paths(end, anywhere), own, path -> path.hops().getLast().to());
    List<BlastRadius.Reached> reaching =
        nearest(paths(anywhere, end), own, path -> path.hops().getFirst().from());
    return new BlastRadius(
        ends,
        reached.stream().sorted(NEAREST_FIRST).toList(),
        reaching.stream().sorted(OUTSIDE_FIRST.thenComparing(NEAREST_FIRST)).toList(),
        entrances(end));
  }

  private static final Comparator<BlastRadius.Reached> NEAREST_FIRST =
      Comparator.comparingInt(BlastRadius.Reached::hops)
          .thenComparing(reached -> !(reached.end().endpoint() instanceof Endpoint.Pod))
          .thenComparing(reached -> reached.end().label());

  private static final Comparator<BlastRadius.Reached> OUTSIDE_FIRST =
      Comparator.comparing(reached -> reached.end().endpoint() instanceof Endpoint.Pod);

  private List<Answer.Path> paths(Query.End from, Query.End to) {
    Query query = new Query(from, true, to, new Service.Anything(), Query.Route.ANY);
    return engine.answer(query, 1) instanceof Answer.Paths(var paths, var cut) ? paths : List.of();
  }

  /**
   * Returns the shortest path for each end that {@code far} returns and that is not in {@code own}.
   */
  private static List<BlastRadius.Reached> nearest(
      List<Answer.Path> paths, Set<AnswerEnd> own, Function<Answer.Path, AnswerEnd> far) {
    Map<AnswerEnd, BlastRadius.Reached> shortest = new LinkedHashMap<>();
    for (Answer.Path path : paths) {
      AnswerEnd end = far.apply(path);
      if (!own.contains(end)) {
        shortest.merge(
            end,
            new BlastRadius.Reached(end, path),
            (before, other) -> before.hops() <= other.hops() ? before : other);
      }
    }
    return new ArrayList<>(shortest.values());
  }

  private List<Answer.Row> entrances(Query.End end) {
    Span span = end.span();
    Query query =
        new Query(
            new Query.End.Entrances(span), false, end, new Service.Anything(), Query.Route.ANY);
    return engine.answer(query, 1) instanceof Answer.Connections(var rows) ? rows : List.of();
  }
}
