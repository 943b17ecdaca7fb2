package dev.zonec.flows.json;

import dev.zonec.flows.log.FlowSink;
import dev.zonec.flows.observed.Excerpt;
import dev.zonec.flows.observed.RecordPlace;

/** Reads the records of a format whose records are JSON objects. */
public interface ObjectReader {
  /** Returns the reader of the fields that this format needs. */
  FieldReader fields();

  /** Reports the record in {@link #fields}. */
  void record(RecordPlace place, Excerpt excerpt, FlowSink sink);
}
