package dev.zonec.flows.source;

import dev.zonec.diagnostics.InputPath;
import dev.zonec.flows.observed.LogFormat;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A log, or a part of a log that can be read by itself.
 *
 * @param log the number of the log, from 0, in the order in which logs are read
 * @param name the name of the log in messages
 * @param location the file
 * @param range the lines of the part; null if the part is the whole log
 */
public record LogPart(int log, String name, String location, @Nullable Range range)
    implements Serializable {
  /**
   * Lines of a log whose lines are JSON objects.
   *
   * @param format the format of the log
   * @param start the offset of the first byte
   * @param end the offset after the last byte
   * @param before the number of the lines before it
   */
  public record Range(LogFormat format, long start, long end, long before)
      implements Serializable {}

  /** Returns the lines of the part; empty if the part is the whole log. */
  public Optional<Range> lines() {
    return Optional.ofNullable(range);
  }

  InputPath path() {
    return new InputPath(name, location);
  }
}
