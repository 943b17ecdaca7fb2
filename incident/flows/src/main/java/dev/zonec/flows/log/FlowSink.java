package dev.zonec.flows.log;

import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.observed.RecordPlace;

/** Receives what a reader finds in a log. Every record is reported in exactly one of these ways. */
public interface FlowSink {
  /** A flow. */
  void flow(ObservedFlow flow);

  /**
   * A record that is valid and shows no flow.
   *
   * @param reason why, such as {@code event of type stats}; there are few different reasons
   */
  void skipped(RecordPlace place, String reason);

  /**
   * A record that cannot be read.
   *
   * @param reason what is wrong with it
   */
  void unreadable(RecordPlace place, String reason);

  /**
   * The log says that flows are missing in it.
   *
   * @param number how many; at least one
   */
  void lost(RecordPlace place, long number);
}
