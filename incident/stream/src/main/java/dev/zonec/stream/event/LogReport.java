package dev.zonec.stream.event;

import dev.zonec.flows.analysis.Unreadable;
import dev.zonec.flows.log.LogCounts;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a reader counted in a part of a log. The sum of all reports is exact.
 *
 * @param log the number of the log, from 0
 * @param file the name of the log
 * @param counted the counts; null if the format of the log is unknown
 * @param unknown the number of messages that came before the format of their topic was known
 * @param unreadable the first unreadable records of the part
 * @param problems what is wrong with the log as a whole
 */
public record LogReport(
    int log,
    String file,
    @Nullable LogCounts counted,
    long unknown,
    List<Unreadable> unreadable,
    List<LogProblem> problems)
    implements LogEvent, Serializable {
  private static final Comparator<Unreadable> BY_PLACE = Comparator.comparing(Unreadable::place);

  /** Copies the lists. */
  public LogReport {
    unreadable = List.copyOf(unreadable);
    problems = List.copyOf(problems);
  }

  /** Returns the counts; empty if the format of the log is unknown. */
  public Optional<LogCounts> counts() {
    return Optional.ofNullable(counted);
  }

  /** Returns the sum of two reports of one log. */
  public LogReport and(LogReport other) {
    @Nullable LogCounts others = other.counted;
    return new LogReport(
        log,
        file,
        counted == null ? others : others == null ? counted : counted.and(others),
        unknown + other.unknown,
        first(unreadable, other.unreadable),
        problems.isEmpty()
            ? other.problems
            : other.problems.isEmpty()
                ? problems
                : Stream.concat(problems.stream(), other.problems.stream()).toList());
  }

  private static List<Unreadable> first(List<Unreadable> some, List<Unreadable> more) {
    if (some.isEmpty() || more.isEmpty()) {
      return some.isEmpty() ? more : some;
    }
    return Stream.concat(some.stream(), more.stream())
        .sorted(BY_PLACE)
        .limit(Unreadable.MOST_NAMED)
        .toList();
  }
}
