package dev.zonec.flows.zeek;

import dev.zonec.flows.json.FieldReader;
import dev.zonec.flows.json.FieldTree;
import dev.zonec.flows.json.ObjectReader;
import dev.zonec.flows.log.FlowSink;
import dev.zonec.flows.observed.Excerpt;
import dev.zonec.flows.observed.RecordPlace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code conn.log} as JSON. */
public final class ZeekJsonReader implements ObjectReader {
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final FieldReader fields;

  /** Creates a reader. */
  public ZeekJsonReader() {
    FieldTree tree = new FieldTree();
    for (String name : ZeekRecord.NAMES) {
      // Some shippers write the parts of an id as an object.
      numbers.put(name, tree.add(name.replace(".", "\\."), name));
    }
    fields = new FieldReader(tree);
  }

  @Override
  public FieldReader fields() {
    return fields;
  }

  @Override
  public void record(RecordPlace place, Excerpt excerpt, FlowSink sink) {
    ZeekRecord.report(this::value, place, excerpt, sink);
  }

  private String value(String name) {
    return Optional.ofNullable(numbers.get(name)).map(fields.fields()::text).orElse("");
  }
}
