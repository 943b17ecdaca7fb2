package dev.zonec.compiler.lint;

import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Service;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Decides whether some services together open every port of another one. */
final class PortCover {
  private PortCover() {}

  static boolean covers(List<Service> outer, Service inner) {
    if (outer.stream().anyMatch(Service.Anything.class::isInstance)) {
      return true;
    }
    List<PortClause> clauses = outer.stream().flatMap(PortCover::clauses).toList();
    return switch (inner) {
      case Service.Anything() -> false;
      case Service.Listed(var wanted) ->
          wanted.stream().allMatch(clause -> clauses.contains(clause) || covered(clause, clauses));
    };
  }

  private static Stream<PortClause> clauses(Service service) {
    return switch (service) {
      case Service.Anything() -> Stream.of();
      case Service.Listed(var clauses) -> clauses.stream();
    };
  }

  private static boolean covered(PortClause clause, List<PortClause> by) {
    boolean whole =
        by.stream()
            .anyMatch(
                other ->
                    other instanceof PortClause.AllPorts all
                        && all.protocol() == clause.protocol());
    return whole
        || switch (clause) {
          case PortClause.AllPorts all -> holds(PortRange.ALL, ranges(clause, by));
          case PortClause.Numbered numbered -> holds(numbered.range(), ranges(clause, by));
          case PortClause.Named named -> false;
        };
  }

  private static List<PortRange> ranges(PortClause clause, List<PortClause> by) {
    return by.stream()
        .filter(PortClause.Numbered.class::isInstance)
        .map(PortClause.Numbered.class::cast)
        .filter(other -> other.protocol() == clause.protocol())
        .map(PortClause.Numbered::range)
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  /**
   * Whether the ranges contain every port of {@code range}.
   *
   * @param sorted ranges in ascending order
   */
  private static boolean holds(PortRange range, List<PortRange> sorted) {
    int next = range.first();
    for (PortRange each : sorted) {
      if (each.first() <= next) {
        next = Math.max(next, each.last() + 1);
      }
    }
    return next > range.last();
  }
}
