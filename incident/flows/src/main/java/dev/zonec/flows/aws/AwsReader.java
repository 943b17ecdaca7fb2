package dev.zonec.flows.aws;

import dev.zonec.flows.log.FlowSink;
import dev.zonec.flows.log.Line;
import dev.zonec.flows.log.LineReader;
import dev.zonec.flows.observed.Instants;
import dev.zonec.flows.observed.IpProtocols;
import dev.zonec.flows.observed.LogFormat;
import dev.zonec.flows.observed.ObservedEnd;
import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.observed.Orientation;
import dev.zonec.flows.observed.Outcome;
import dev.zonec.flows.observed.RecordPlace;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  private final Map<String, Integer> columns = new HashMap<>();

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
    columns.clear();
    String[] names = header.split(" ", -1);
    for (int i = 0; i < names.length; i++) {
      columns.put(names[i], i);
    }
  }

  @Override
  public void read(Line line, String file, FlowSink sink) {
    String text = line.content();
    RecordPlace place = new RecordPlace(file, line.number());
    if (isHeader(text)) {
      define(text);
      sink.skipped(place, "line that names the columns");
      return;
    }
    String[] values = text.split(" ", -1);
    if (values.length != columns.size()) {
      sink.unreadable(place, "it has " + values.length + " columns instead of " + columns.size());
      return;
    }
    String status = value(values, "log-status");
    if (status.equals("NODATA") || status.equals("SKIPDATA")) {
      if (status.equals("SKIPDATA")) {
        sink.lost(place, 1);
      } else {
        sink.skipped(place, "interval without a flow");
      }
      return;
    }
    // The address of the packet is the pod's; the other one is the address of the interface.
    String from = first(value(values, "pkt-srcaddr"), value(values, "srcaddr"));
    String to = first(value(values, "pkt-dstaddr"), value(values, "dstaddr"));
    String action = value(values, "action");
    if (from.isEmpty() || to.isEmpty()) {
      sink.unreadable(place, "it lacks addresses");
    } else if (!action.isEmpty() && !action.equals("ACCEPT") && !action.equals("REJECT")) {
      sink.unreadable(place, "`" + clean(action) + "` is no action");
    } else {
      sink.flow(flow(values, from, to, action, place, line));
    }
  }

  private ObservedFlow flow(
      String[] values, String from, String to, String action, RecordPlace place, Line line) {
    int flags = (int) number(values, "tcp-flags");
    boolean answer = (flags & SYN_ACK) == SYN_ACK;
    boolean opening = !answer && (flags & SYN) == SYN;
    int fromPort = port(values, "srcport");
    int toPort = port(values, "dstport");
    long start = Instants.seconds(value(values, "start")).orElse(-1);
    Outcome outcome =
        action.equals("REJECT") ? Outcome.REFUSED : answer ? Outcome.PASSED : Outcome.SENT;
    return new ObservedFlow(
        LogFormat.AWS,
        ObservedEnd.at(answer ? to : from),
        ObservedEnd.at(answer ? from : to),
        protocol(values),
        answer ? toPort : fromPort,
        answer ? fromPort : toPort,
        outcome,
        answer || opening ? Orientation.OPENING : Orientation.UNKNOWN,
        start,
        Math.max(start, Instants.seconds(value(values, "end")).orElse(start)),
        opening ? 1 : 0,
        answer ? 0 : number(values, "packets"),
        answer ? 0 : number(values, "bytes"),
        place,
        line);
  }

  private String protocol(String[] values) {
    return IpProtocols.named(value(values, "protocol"));
  }

  private int port(String[] values, String name) {
    long number = number(values, name);
    return number <= 65535 ? (int) number : 0;
  }

  private long number(String[] values, String name) {
    try {
      return Math.max(0, Long.parseLong(value(values, name)));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private String value(String[] values, String name) {
    @Nullable Integer column = columns.get(name);
    return column == null || values[column].equals("-") ? "" : values[column];
  }

  private static String first(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  private static String clean(String text) {
    return text.length() > 20 ? text.substring(0, 20) + "…" : text;
  }
}
