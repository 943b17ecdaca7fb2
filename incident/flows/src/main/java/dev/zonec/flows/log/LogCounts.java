package dev.zonec.flows.log;

import dev.zonec.flows.observed.LogFormat;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was found in a log.
 *
 * @param file the name of the log
 * @param format its format
 * @param flows the number of flows
 * @param skipped the numbers of records without a flow, by reason
 * @param unreadable the number of records that cannot be read
 * @param lost the number of flows that are missing, as the log itself says
 */
public record LogCounts(
    String file,
    LogFormat format,
    long flows,
    Map<String, Long> skipped,
    long unreadable,
    long lost)
    implements Serializable {
  /** Copies the map. */
  public LogCounts {
    skipped = Map.copyOf(skipped);
  }

  /** Returns the number of records that were skipped. */
  public long skippedRecords() {
    return skipped.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns the sums over all logs of a format, sorted by format. */
  public static List<LogCounts> byFormat(List<LogCounts> logs) {
    Map<LogFormat, LogCounts> sums = new TreeMap<>();
    for (LogCounts each : logs) {
      sums.merge(each.format(), each, LogCounts::and);
    }
    return new ArrayList<>(sums.values());
  }

  /** Returns the sums of the counts of two parts of a log, or of two logs of a format. */
  public LogCounts and(LogCounts other) {
    Map<String, Long> both = new TreeMap<>(skipped);
    other.skipped.forEach((reason, count) -> both.merge(reason, count, Long::sum));
    return new LogCounts(
        file, format, flows + other.flows, both, unreadable + other.unreadable, lost + other.lost);
  }
}
