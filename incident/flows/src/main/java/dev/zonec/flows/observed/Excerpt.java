package dev.zonec.flows.observed;

/** The text of a record, for evidence. It can be read only while its record is handled. */
@FunctionalInterface
public interface Excerpt {
  /** Returns the text on one line, cut if it is long. */
  String text();
}
