package dev.zonec.flows.observed;

/** Whether a log shows which end opened the connection. */
public enum Orientation {
  /** The source of the flow opened the connection. */
  OPENING,
  /** The log does not show which end did. The order of the ends is that of the record. */
  UNKNOWN
}
