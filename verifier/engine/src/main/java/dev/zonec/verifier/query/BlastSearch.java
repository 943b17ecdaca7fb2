package dev.zonec.verifier.query;

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
 *
 * @param paths answers both questions, which distinguish the same ends
 */
record BlastSearch(PathAnswers paths) {
  private static final Comparator<BlastRadius.Reached> NEAREST_FIRST =
      Comparator.comparingInt(BlastRadius.Reached::hops)
          .thenComparing(reached -> !(reached.end().endpoint() instanceof Endpoint.Pod))
          .thenComparing(reached -> reached.end().label());

  private static final Comparator<BlastRadius.Reached> OUTSIDE_FIRST =
      Comparator.comparing(reached -> reached.end().endpoint() instanceof Endpoint.Pod);

  /**
   * Returns the blast radius.
   *
   * @param members the members of {@code end}
   * @param entrances the connections that Ingresses and routes let in to them
   */
  BlastRadius of(Query.End end, List<AnswerEnd> members, Answer.Connections entrances) {
    Query.End anywhere = new Query.End.Anywhere(end.span());
    Set<AnswerEnd> own = new HashSet<>(members);
    List<BlastRadius.Reached> reached =
        nearest(between(end, anywhere), own, path -> path.hops().getLast().to());
    List<BlastRadius.Reached> reaching =
        nearest(between(anywhere, end), own, path -> path.hops().getFirst().from());
    return new BlastRadius(
        members,
        reached.stream().sorted(NEAREST_FIRST).toList(),
        reaching.stream().sorted(OUTSIDE_FIRST.thenComparing(NEAREST_FIRST)).toList(),
        entrances.rows());
  }

  private List<Answer.Path> between(Query.End from, Query.End to) {
    return paths
        .answer(new Query(from, true, to, new Service.Anything(), Query.Route.ANY), 1)
        .paths();
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
}
