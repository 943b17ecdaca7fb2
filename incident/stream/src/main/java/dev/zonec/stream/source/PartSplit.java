package dev.zonec.stream.source;

import dev.zonec.flows.source.LogPart;
import java.io.Serializable;
import org.apache.flink.api.connector.source.SourceSplit;

/**
 * A part of a log, and how far it was read.
 *
 * @param number the number of the part, from 0, in the order of reading
 * @param emitted the number of events that the part has given; reading again gives the same events
 */
record PartSplit(int number, LogPart part, long emitted) implements SourceSplit, Serializable {
  private static final long serialVersionUID = 1;

  @Override
  public String splitId() {
    return Integer.toString(number);
  }

  PartSplit after(long events) {
    return new PartSplit(number, part, events);
  }
}
