package dev.zonec.flows.zeek;

import dev.zonec.flows.json.FieldReader;
import dev.zonec.flows.json.FieldTree;
import dev.zonec.flows.json.ObjectReader;
import dev.zonec.flows.log.FlowSink;
import dev.zonec.flows.observed.AddressEnds;
import dev.zonec.flows.observed.Excerpt;
import dev.zonec.flows.observed.Instants;
import dev.zonec.flows.observed.ObservedEnd;
import dev.zonec.flows.observed.RecordPlace;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Reads {@code conn.log} as JSON. */
public final class ZeekJsonReader implements ObjectReader, ZeekRecord.Values {
  /** The numbers of the fields in the tree, by their position in {@link ZeekField}. */
  private final Map<ZeekField, Integer> numbers = new EnumMap<>(ZeekField.class);

  private final FieldReader fields;
  private final AddressEnds ends = new AddressEnds();

  /** Creates a reader. */
  public ZeekJsonReader() {
    FieldTree tree = new FieldTree();
    for (ZeekField field : ZeekField.values()) {
      // Some shippers write the parts of an id as an object.
      String[] paths = {field.written().replace(".", "\\."), field.written()};
      numbers.put(field, field.timed() ? tree.addTime(paths) : tree.add(paths));
    }
    fields = new FieldReader(tree);
  }

  @Override
  public FieldReader fields() {
    return fields;
  }

  @Override
  public void record(RecordPlace place, Excerpt excerpt, FlowSink sink) {
    ZeekRecord.report(this, place, excerpt, sink);
  }

  @Override
  public String text(ZeekField field) {
    return fields.fields().text(number(field));
  }

  @Override
  public ObservedEnd end(String address) {
    return ends.at(address);
  }

  @Override
  public long count(ZeekField field) {
    return Math.max(0, fields.fields().number(number(field), 0));
  }

  @Override
  public long seconds(ZeekField field) {
    return fields.fields().seconds(number(field), 0);
  }

  @Override
  public long time(ZeekField field) {
    String text = text(field);
    int number = number(field);
    return text.isEmpty()
        ? fields.fields().date(number, fields.fields().seconds(number, Instants.NONE))
        : ZeekRecord.time(text);
  }

  private int number(ZeekField field) {
    return Objects.requireNonNull(numbers.get(field));
  }
}
