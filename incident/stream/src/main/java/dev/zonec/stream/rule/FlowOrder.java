package dev.zonec.stream.rule;

import java.io.Serializable;
import java.time.Duration;

/** The order in which the flows of a group are counted. */
public sealed interface FlowOrder extends Serializable {
  /**
   * The order in which the logs are read, as in the plain way. All logs are one period. Flink sorts
   * the flows of a group before the group is counted, so this needs logs that end.
   */
  record OfReading() implements FlowOrder {}

  /**
   * The order of the times of flows. A flow waits until no earlier one can come.
   *
   * @param lateness how much later than others a flow can come
   * @param period the time after which the rows are reported, and begin again
   */
  record OfTime(Duration lateness, Duration period) implements FlowOrder {}
}
