package dev.zonec.stream.result;

import dev.zonec.flows.rule.Row;
import dev.zonec.stream.event.LogReport;
import java.io.Serializable;

/** A result of the job. */
public sealed interface JobResult extends Serializable {
  /**
   * A finding, at the time when its evidence was there. The row of its period follows, with all
   * records.
   */
  record Found(Row row) implements JobResult {}

  /**
   * A row of a period.
   *
   * @param end the end of the period, in milliseconds since 1970; {@link Long#MAX_VALUE} if it is
   *     the end of the logs
   */
  record Counted(long end, Row row) implements JobResult {}

  /**
   * What else a group of sources shows in a period.
   *
   * @param end the end of the period
   * @param group the number of the group
   * @param forgotten how often the behaviour of a source was forgotten
   * @param unlisted the number of findings about behaviour that are not listed
   * @param late the number of flows that came after the period of their time had ended; they are
   *     counted in this period
   * @param first the time of the first flow; -1 if there is none
   * @param last the time of the last flow
   */
  record Period(
      long end, int group, long forgotten, long unlisted, long late, long first, long last)
      implements JobResult {}

  /** What a reader counted. */
  record Logged(LogReport report) implements JobResult {}
}
