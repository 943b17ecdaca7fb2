package dev.zonec.flows.analysis;

import dev.zonec.flows.observed.RecordPlace;
import java.io.Serializable;

/**
 * An unreadable record.
 *
 * @param reason what is wrong with it
 */
public record Unreadable(RecordPlace place, String reason) implements Serializable {
  /** The number of records that are listed as unreadable; all are counted. */
  public static final int MOST_NAMED = 100;
}
