package dev.zonec.flows.log;

/** Reads the records of a format whose records are lines. */
public interface LineReader {
  /** Reports the record that is {@code line} of the log {@code file}. */
  void read(Line line, String file, FlowSink sink);
}
