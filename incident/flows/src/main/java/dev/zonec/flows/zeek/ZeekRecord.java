package dev.zonec.flows.zeek;

import dev.zonec.flows.log.FlowSink;
import dev.zonec.flows.observed.Excerpt;
import dev.zonec.flows.observed.Instants;
import dev.zonec.flows.observed.IpProtocols;
import dev.zonec.flows.observed.LogFormat;
import dev.zonec.flows.observed.Numbers;
import dev.zonec.flows.observed.ObservedEnd;
import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.observed.Orientation;
import dev.zonec.flows.observed.Outcome;
import dev.zonec.flows.observed.RecordPlace;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Set;

/** Reports a record of {@code conn.log}, from its fields as text. */
final class ZeekRecord {
  /** Protocols whose packets carry packets of others. */
  private static final Set<String> TUNNELS = Set.of("vxlan", "geneve", "gtpv1", "ayiya", "teredo");

  /** States of connections whose beginning was not seen. */
  private static final Set<String> HALF_SEEN = Set.of("OTH", "SHR", "RSTRH");

  private ZeekRecord() {}

  /** The values of the fields. */
  interface Values {
    /** Returns a text; empty if the field is unset. */
    String text(ZeekField field);

    /** Returns the end with an address. */
    ObservedEnd end(String address);

    /** Returns a number that is not negative; 0 if the field is unset or no such number. */
    long count(ZeekField field);

    /** Returns a number of seconds as milliseconds; 0 if the field is unset or no such number. */
    long seconds(ZeekField field);

    /** Returns a time in milliseconds since 1970; {@link Instants#NONE} if there is none. */
    long time(ZeekField field);
  }

  static void report(Values values, RecordPlace place, Excerpt excerpt, FlowSink sink) {
    String state = values.text(ZeekField.STATE);
    String from = values.text(ZeekField.FROM);
    String to = values.text(ZeekField.TO);
    long start = values.time(ZeekField.TS);
    if (from.isEmpty() || to.isEmpty()) {
      sink.unreadable(place, "it lacks `id.orig_h` or `id.resp_h`");
    } else if (start == Instants.NONE) {
      sink.unreadable(place, "`ts` is not a time");
    } else if (state.isEmpty()) {
      sink.skipped(place, "record of another Zeek log");
    } else if (isTunnel(values.text(ZeekField.SERVICE))) {
      sink.skipped(place, "outer connection of a tunnel");
    } else {
      sink.flow(flow(values, state, start, place, excerpt));
    }
  }

  private static ObservedFlow flow(
      Values values, String state, long start, RecordPlace place, Excerpt excerpt) {
    String protocol = protocol(values);
    boolean ported = !protocol.startsWith("icmp");
    long duration = values.seconds(ZeekField.DURATION);
    boolean doubtful =
        values.text(ZeekField.HISTORY).indexOf('^') >= 0 || HALF_SEEN.contains(state);
    return new ObservedFlow(
        LogFormat.ZEEK,
        values.end(values.text(ZeekField.FROM)),
        values.end(values.text(ZeekField.TO)),
        protocol,
        ported ? Numbers.port(values.count(ZeekField.FROM_PORT)) : 0,
        ported ? Numbers.port(values.count(ZeekField.TO_PORT)) : 0,
        outcome(state, values.count(ZeekField.ANSWERS)),
        doubtful ? Orientation.UNKNOWN : Orientation.OPENING,
        start,
        start + Math.max(0, duration),
        1,
        values.count(ZeekField.PACKETS),
        values.count(ZeekField.BYTES),
        place,
        excerpt);
  }

  private static Outcome outcome(String state, long answers) {
    return switch (state) {
      case "SF", "S1", "S2", "S3", "RSTO", "RSTR" -> answers > 0 ? Outcome.PASSED : Outcome.SENT;
      case "REJ" -> Outcome.RESET;
      default -> Outcome.SENT;
    };
  }

  /** Reads a time: seconds or milliseconds since 1970, or a date. */
  static long time(String text) {
    OptionalLong date = Instants.parse(text);
    if (date.isPresent()) {
      return date.getAsLong();
    }
    boolean millis = text.length() >= 13 && text.indexOf('.') < 0;
    if (!millis) {
      return Instants.seconds(text).orElse(Instants.NONE);
    }
    return Numbers.parse(text, Instants.NONE);
  }

  /** Whether the connection carries other connections; {@code services} is a list. */
  private static boolean isTunnel(String services) {
    return services.indexOf(',') < 0
        ? TUNNELS.contains(services)
        : Arrays.stream(services.split(",", -1)).anyMatch(TUNNELS::contains);
  }

  private static String protocol(Values values) {
    String written = values.text(ZeekField.PROTOCOL);
    String number = values.text(ZeekField.IP_PROTOCOL);
    if (written.equals("icmp")) {
      return number.equals("58") || values.text(ZeekField.FROM).indexOf(':') >= 0
          ? "icmpv6"
          : "icmp";
    }
    if (!written.equals("unknown_transport")) {
      return IpProtocols.named(written);
    }
    return IpProtocols.named(number);
  }
}
