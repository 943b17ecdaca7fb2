package dev.zonec.stream.rule;

import dev.zonec.flows.analysis.Limits;
import dev.zonec.flows.analysis.SourceGroup;
import dev.zonec.flows.rule.Row;
import dev.zonec.stream.result.JobResult;
import java.io.Serializable;
import org.apache.flink.util.Collector;

/** The state of a group of sources. */
public final class GroupState implements Serializable {
  private static final long serialVersionUID = 1;

  /**
   * The limits of a group. All groups together can have more rows than the plain way, because one
   * busy source must have room in whichever group it is.
   */
  static final Limits LIMITS =
      new Limits(
          Limits.STANDARD.workloadRows() / 10,
          Limits.STANDARD.otherRows() / 10,
          Limits.STANDARD.behaviourUnits() / 20,
          Limits.STANDARD.behaviourRows() / 10);

  GroupState() {}

  final SourceGroup sources = new SourceGroup(LIMITS);

  /** The end of the period whose rows the state has; {@link #NONE} before the first flow. */
  long periodEnd = NONE;

  long late;

  static final long NONE = Long.MIN_VALUE;

  /**
   * Passes on the rows of the period.
   *
   * @param number the number of the group
   */
  void report(int number, Collector<JobResult> out) {
    for (Row row : sources.rows()) {
      out.collect(new JobResult.Counted(periodEnd, row));
    }
    out.collect(
        new JobResult.Period(
            periodEnd,
            number,
            sources.forgottenSources(),
            sources.unlistedBehaviours(),
            late,
            sources.first(),
            sources.last()));
  }
}
