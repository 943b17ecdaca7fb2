package dev.zonec.flows.aws;

import dev.zonec.flows.log.Columns;
import dev.zonec.flows.log.FlowSink;
import dev.zonec.flows.log.Line;
import dev.zonec.flows.log.LineReader;
import dev.zonec.flows.observed.AddressEnds;
import dev.zonec.flows.observed.Instants;
import dev.zonec.flows.observed.IpProtocols;
import dev.zonec.flows.observed.LogFormat;
import dev.zonec.flows.observed.Numbers;
import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.observed.Orientation;
import dev.zonec.flows.observed.Outcome;
import dev.zonec.flows.observed.RecordPlace;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads flow logs of AWS. A line with names defines the columns; a log without one has the columns
 * of the default format.
 */
public final class AwsReader implements LineReader {
  private static final String DEFAULT =
      "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start"
          + " end action log-status";

  private static final int SYN = 2;
  private static final int SYN_ACK = 18;

  private static final byte[] UNSET = {'-'};
  private static final byte[] NO_DATA = "NODATA".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SKIP_DATA = "SKIPDATA".getBytes(StandardCharsets.US_ASCII);

  /** The columns that are read. */
  private enum Column {
    SRCADDR,
    DSTADDR,
    PKT_SRCADDR,
    PKT_DSTADDR,
    SRCPORT,
    DSTPORT,
    PROTOCOL,
    PACKETS,
    BYTES,
    START,
    END,
    ACTION,
    TCP_FLAGS,
    LOG_STATUS;

    private String written() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Columns columns = new Columns(" ");
  private final AddressEnds ends = new AddressEnds();

  /** The position of each column; -1 if there is none. */
  private final Map<Column, Integer> positions = new EnumMap<>(Column.class);

  private int named;

  /** Creates a reader. */
  public AwsReader() {
    define(DEFAULT);
  }

  /** Whether {@code text} names columns. */
  public static boolean isHeader(String text) {
    return (" " + text + " ").contains(" srcaddr ") && (" " + text + " ").contains(" dstaddr ");
  }

  /** Whether {@code text} can be a record of the default format. */
  public static boolean isDefault(String text) {
    String[] parts = text.split(" ", -1);
    return parts.length == 14
        && parts[0].equals("2")
        && (parts[13].equals("OK") || parts[13].endsWith("DATA"));
  }

  private void define(String header) {
    List<String> names = List.of(header.split(" ", -1));
    named = names.size();
    for (Column column : Column.values()) {
      positions.put(column, names.lastIndexOf(column.written()));
    }
  }

  @Override
  public void read(Line line, String file, FlowSink sink) {
    RecordPlace place = new RecordPlace(file, line.number());
    if (canNameColumns(line) && isHeader(line.content())) {
      define(line.content());
      sink.skipped(place, "line that names the columns");
      return;
    }
    columns.split(line);
    if (columns.size() != named) {
      sink.unreadable(place, "it has " + columns.size() + " columns instead of " + named);
      return;
    }
    int status = positions.getOrDefault(Column.LOG_STATUS, -1);
    if (status >= 0 && columns.is(status, SKIP_DATA)) {
      sink.lost(place, 1);
      return;
    }
    if (status >= 0 && columns.is(status, NO_DATA)) {
      sink.skipped(place, "interval without a flow");
      return;
    }
    // The address of the packet is the pod's; the other one is the address of the interface.
    String from = first(text(Column.PKT_SRCADDR), text(Column.SRCADDR));
    String to = first(text(Column.PKT_DSTADDR), text(Column.DSTADDR));
    String action = text(Column.ACTION);
    if (from.isEmpty() || to.isEmpty()) {
      sink.unreadable(place, "it lacks addresses");
    } else if (!action.isEmpty() && !action.equals("ACCEPT") && !action.equals("REJECT")) {
      sink.unreadable(place, "`" + clean(action) + "` is no action");
    } else {
      sink.flow(flow(from, to, action, place, line));
    }
  }

  /** Whether the line does not begin with a digit, as the version of a record does. */
  private static boolean canNameColumns(Line line) {
    byte first = line.length() == 0 ? 0 : line.bytes()[line.start()];
    return first < '0' || first > '9';
  }

  private ObservedFlow flow(String from, String to, String action, RecordPlace place, Line line) {
    int flags = (int) number(Column.TCP_FLAGS);
    boolean answer = (flags & SYN_ACK) == SYN_ACK;
    boolean opening = !answer && (flags & SYN) == SYN;
    int fromPort = port(Column.SRCPORT);
    int toPort = port(Column.DSTPORT);
    long start = seconds(Column.START, -1);
    Outcome outcome =
        action.equals("REJECT") ? Outcome.REFUSED : answer ? Outcome.PASSED : Outcome.SENT;
    return new ObservedFlow(
        LogFormat.AWS,
        ends.at(answer ? to : from),
        ends.at(answer ? from : to),
        IpProtocols.named(text(Column.PROTOCOL)),
        answer ? toPort : fromPort,
        answer ? fromPort : toPort,
        outcome,
        answer || opening ? Orientation.OPENING : Orientation.UNKNOWN,
        start,
        Math.max(start, seconds(Column.END, start)),
        opening ? 1 : 0,
        answer ? 0 : number(Column.PACKETS),
        answer ? 0 : number(Column.BYTES),
        place,
        line);
  }

  private int port(Column column) {
    return Numbers.port(number(column));
  }

  private long number(Column column) {
    int position = position(column);
    return position < 0 ? 0 : Math.max(0, columns.number(position, 0));
  }

  private long seconds(Column column, long otherwise) {
    long whole = number(column);
    return whole > 0 && whole < Instants.MOST_SECONDS
        ? whole * 1000
        : Instants.seconds(text(column)).orElse(otherwise);
  }

  private String text(Column column) {
    int position = position(column);
    return position < 0 ? "" : columns.text(position);
  }

  /** Returns the position of a column; -1 if it has no value. */
  private int position(Column column) {
    int position = positions.getOrDefault(column, -1);
    return position < 0 || columns.is(position, UNSET) ? -1 : position;
  }

  private static String first(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  private static String clean(String text) {
    return text.length() > 20 ? text.substring(0, 20) + "…" : text;
  }
}
