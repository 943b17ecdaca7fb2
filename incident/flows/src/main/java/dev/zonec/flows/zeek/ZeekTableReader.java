package dev.zonec.flows.zeek;

import dev.zonec.flows.log.FlowSink;
import dev.zonec.flows.log.Line;
import dev.zonec.flows.log.LineReader;
import dev.zonec.flows.observed.RecordPlace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code conn.log} as columns, which the lines at its beginning name. */
public final class ZeekTableReader implements LineReader {
  private final Map<String, Integer> columns = new HashMap<>();
  private String separator = "\t";
  private String unset = "-";
  private boolean conn = true;

  @Override
  public void read(Line line, String file, FlowSink sink) {
    String text = line.content();
    RecordPlace place = new RecordPlace(file, line.number());
    if (text.startsWith("#")) {
      header(text);
      sink.skipped(place, "line that describes the log");
    } else if (!conn) {
      sink.skipped(place, "record of another Zeek log");
    } else if (columns.isEmpty()) {
      sink.unreadable(place, "no `#fields` line names the columns before it");
    } else {
      String[] values = text.split(Pattern.quote(separator), -1);
      if (values.length != columns.size()) {
        sink.unreadable(place, "it has " + values.length + " columns instead of " + columns.size());
      } else {
        ZeekRecord.report(name -> value(values, name), place, line, sink);
      }
    }
  }

  private String value(String[] values, String name) {
    @Nullable Integer column = columns.get(name);
    String value = column == null ? "" : values[column];
    return value.equals(unset) || value.equals("(empty)") ? "" : value;
  }

  private void header(String text) {
    if (text.startsWith("#separator ")) {
      separator = unescaped(text.substring("#separator ".length()));
      return;
    }
    List<String> parts = List.of(text.split(Pattern.quote(separator), -1));
    switch (parts.getFirst()) {
      case "#unset_field" -> unset = parts.size() > 1 ? parts.get(1) : unset;
      case "#path" -> conn = parts.size() > 1 && parts.get(1).equals("conn");
      case "#fields" -> {
        columns.clear();
        for (int i = 1; i < parts.size(); i++) {
          columns.put(parts.get(i), i - 1);
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
}
