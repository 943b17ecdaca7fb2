package dev.zonec.flows.zeek;

import dev.zonec.flows.log.Columns;
import dev.zonec.flows.log.FlowSink;
import dev.zonec.flows.log.Line;
import dev.zonec.flows.log.LineReader;
import dev.zonec.flows.observed.AddressEnds;
import dev.zonec.flows.observed.Instants;
import dev.zonec.flows.observed.ObservedEnd;
import dev.zonec.flows.observed.RecordPlace;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code conn.log} as columns, which the lines at its beginning name. */
public final class ZeekTableReader implements LineReader, ZeekRecord.Values {
  private static final byte[] EMPTY = bytes("(empty)");

  private String separator = "\t";
  private final Columns columns = new Columns(separator);

  /** The column of each {@link ZeekField}; -1 if there is none. */
  private final Map<ZeekField, Integer> positions = new EnumMap<>(ZeekField.class);

  /** The number of columns that have names; 0 before the line that names them. */
  private int named;

  private final AddressEnds ends = new AddressEnds();
  private byte[] unset = bytes("-");
  private boolean conn = true;

  /** Creates a reader. */
  public ZeekTableReader() {}

  @Override
  public void read(Line line, String file, FlowSink sink) {
    RecordPlace place = new RecordPlace(file, line.number());
    if (line.length() > 0 && line.bytes()[line.start()] == '#') {
      header(line.content());
      sink.skipped(place, "line that describes the log");
    } else if (!conn) {
      sink.skipped(place, "record of another Zeek log");
    } else if (named == 0) {
      sink.unreadable(place, "no `#fields` line names the columns before it");
    } else {
      columns.split(line);
      if (columns.size() != named) {
        sink.unreadable(place, "it has " + columns.size() + " columns instead of " + named);
      } else {
        ZeekRecord.report(this, place, line, sink);
      }
    }
  }

  /** Returns the column of a field; -1 if the field is unset. */
  private int column(ZeekField field) {
    int column = positions.getOrDefault(field, -1);
    return column < 0 || columns.is(column, unset) || columns.is(column, EMPTY) ? -1 : column;
  }

  @Override
  public String text(ZeekField field) {
    int column = column(field);
    return column < 0 ? "" : columns.text(column);
  }

  @Override
  public ObservedEnd end(String address) {
    return ends.at(address);
  }

  @Override
  public long count(ZeekField field) {
    int column = column(field);
    return column < 0 ? 0 : Math.max(0, columns.number(column, 0));
  }

  @Override
  public long seconds(ZeekField field) {
    int column = column(field);
    long millis = column < 0 ? Instants.NONE : columns.seconds(column);
    return millis == Instants.NONE ? Instants.seconds(text(field)).orElse(0) : millis;
  }

  @Override
  public long time(ZeekField field) {
    int column = column(field);
    long millis = column < 0 ? Instants.NONE : columns.seconds(column);
    return millis == Instants.NONE ? ZeekRecord.time(text(field)) : millis;
  }

  private void header(String text) {
    if (text.startsWith("#separator ")) {
      separator = unescaped(text.substring("#separator ".length()));
      columns.separate(separator);
      return;
    }
    List<String> parts = List.of(text.split(Pattern.quote(separator), -1));
    switch (parts.getFirst()) {
      case "#unset_field" -> unset = parts.size() > 1 ? bytes(parts.get(1)) : unset;
      case "#path" -> conn = parts.size() > 1 && parts.get(1).equals("conn");
      case "#fields" -> {
        List<String> names = parts.subList(1, parts.size());
        named = names.size();
        for (ZeekField field : ZeekField.values()) {
          positions.put(field, names.lastIndexOf(field.written()));
        }
      }
      default -> {}
    }
  }

  private static String unescaped(String text) {
    String stripped = text.strip();
    return stripped.matches("\\\\x[0-9a-fA-F]{2}")
        ? String.valueOf((char) Integer.parseInt(stripped.substring(2), 16))
        : stripped.isEmpty() ? "\t" : stripped;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
