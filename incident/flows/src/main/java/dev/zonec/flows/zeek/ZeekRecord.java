package dev.zonec.flows.zeek;

import dev.zonec.flows.log.FlowSink;
import dev.zonec.flows.observed.Excerpt;
import dev.zonec.flows.observed.Instants;
import dev.zonec.flows.observed.IpProtocols;
import dev.zonec.flows.observed.LogFormat;
import dev.zonec.flows.observed.ObservedEnd;
import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.observed.Orientation;
import dev.zonec.flows.observed.Outcome;
import dev.zonec.flows.observed.RecordPlace;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Reports a record of {@code conn.log}, from its fields as text. */
final class ZeekRecord {
  /** The fields that are read, by the names that both forms of the log use. */
  static final List<String> NAMES =
      List.of(
          "ts",
          "id.orig_h",
          "id.orig_p",
          "id.resp_h",
          "id.resp_p",
          "proto",
          "service",
          "duration",
          "orig_bytes",
          "conn_state",
          "history",
          "orig_pkts",
          "resp_pkts",
          "ip_proto");

  /** Protocols whose packets carry packets of others. */
  private static final Set<String> TUNNELS = Set.of("vxlan", "geneve", "gtpv1", "ayiya", "teredo");

  private ZeekRecord() {}

  /** The texts of the fields; an unset field is empty. */
  interface Values {
    String get(String name);
  }

  static void report(Values values, RecordPlace place, Excerpt excerpt, FlowSink sink) {
    String state = values.get("conn_state");
    String from = values.get("id.orig_h");
    String to = values.get("id.resp_h");
    OptionalLong start = time(values.get("ts"));
    if (from.isEmpty() || to.isEmpty()) {
      sink.unreadable(place, "it lacks `id.orig_h` or `id.resp_h`");
    } else if (start.isEmpty()) {
      sink.unreadable(place, "`ts` is not a time");
    } else if (state.isEmpty()) {
      sink.skipped(place, "record of another Zeek log");
    } else if (Arrays.stream(values.get("service").split(",", -1)).anyMatch(TUNNELS::contains)) {
      sink.skipped(place, "outer connection of a tunnel");
    } else {
      sink.flow(flow(values, state, start.getAsLong(), place, excerpt));
    }
  }

  private static ObservedFlow flow(
      Values values, String state, long start, RecordPlace place, Excerpt excerpt) {
    ToLongFunction<String> number = name -> count(values.get(name));
    String protocol = protocol(values);
    boolean ported = !protocol.startsWith("icmp");
    long duration = Instants.seconds(values.get("duration")).orElse(0);
    boolean doubtful =
        values.get("history").indexOf('^') >= 0 || Set.of("OTH", "SHR", "RSTRH").contains(state);
    return new ObservedFlow(
        LogFormat.ZEEK,
        ObservedEnd.at(values.get("id.orig_h")),
        ObservedEnd.at(values.get("id.resp_h")),
        protocol,
        ported ? port(number.applyAsLong("id.orig_p")) : 0,
        ported ? port(number.applyAsLong("id.resp_p")) : 0,
        outcome(state, number.applyAsLong("resp_pkts")),
        doubtful ? Orientation.UNKNOWN : Orientation.OPENING,
        start,
        start + Math.max(0, duration),
        1,
        number.applyAsLong("orig_pkts"),
        number.applyAsLong("orig_bytes"),
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
  private static OptionalLong time(String text) {
    OptionalLong date = Instants.parse(text);
    if (date.isPresent()) {
      return date;
    }
    boolean millis = text.length() >= 13 && text.indexOf('.') < 0;
    if (!millis) {
      return Instants.seconds(text);
    }
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private static String protocol(Values values) {
    String written = values.get("proto");
    String number = values.get("ip_proto");
    if (written.equals("icmp")) {
      return number.equals("58") || values.get("id.orig_h").indexOf(':') >= 0 ? "icmpv6" : "icmp";
    }
    if (!written.equals("unknown_transport")) {
      return IpProtocols.named(written);
    }
    return IpProtocols.named(number);
  }

  private static int port(long number) {
    return number >= 0 && number <= 65535 ? (int) number : 0;
  }

  private static long count(String text) {
    try {
      return text.isEmpty() ? 0 : Math.max(0, Long.parseLong(text));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
