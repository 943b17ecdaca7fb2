package dev.zonec.flows.source;

import dev.zonec.flows.observed.LogFormat;

/** What the beginning of a log shows. */
sealed interface Detection {
  /** Records are lines of a table. */
  record Table(LogFormat format) implements Detection {}

  /** Each line is a JSON object. */
  record Lines(LogFormat format) implements Detection {}

  /**
   * JSON objects that span lines or are in a list.
   *
   * @param wrapped whether the list is in an object
   */
  record Objects(LogFormat format, boolean wrapped) implements Detection {}

  /** Captured packets. */
  record Capture() implements Detection {}

  /** There is nothing in the log. */
  record Empty() implements Detection {}

  /**
   * The format is not known.
   *
   * @param hint what the log seems to be; may be empty
   */
  record Unknown(String hint) implements Detection {}
}
