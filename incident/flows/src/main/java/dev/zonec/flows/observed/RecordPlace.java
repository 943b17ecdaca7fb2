package dev.zonec.flows.observed;

import java.io.Serializable;

/**
 * The place of a record.
 *
 * @param file the name of the log, as the user gave it
 * @param number the line, or the packet of a capture, counted from 1
 */
public record RecordPlace(String file, long number)
    implements Serializable, Comparable<RecordPlace> {
  /** Compares the names of the logs, and then the numbers. */
  @Override
  public int compareTo(RecordPlace other) {
    int files = file.compareTo(other.file);
    return files == 0 ? Long.compare(number, other.number) : files;
  }

  @Override
  public String toString() {
    return file + ":" + number;
  }
}
