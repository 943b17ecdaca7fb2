package dev.zonec.flows.suricata;

import dev.zonec.flows.json.FieldReader;
import dev.zonec.flows.json.FieldTree;
import dev.zonec.flows.json.Fields;
import dev.zonec.flows.json.ObjectReader;
import dev.zonec.flows.log.FlowSink;
import dev.zonec.flows.observed.AddressEnds;
import dev.zonec.flows.observed.Excerpt;
import dev.zonec.flows.observed.IpProtocols;
import dev.zonec.flows.observed.LogFormat;
import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.observed.Orientation;
import dev.zonec.flows.observed.Outcome;
import dev.zonec.flows.observed.RecordPlace;

/** Reads events of Suricata. */
public final class SuricataReader implements ObjectReader {
  private static final int FIN = 0x01;
  private static final int SYN = 0x02;
  private static final int RST = 0x04;
  private static final int PSH = 0x08;

  private final FieldTree tree = new FieldTree();
  private final int event = tree.add("event_type");
  private final int time = tree.addTime("timestamp");
  private final int from = tree.add("src_ip");
  private final int to = tree.add("dest_ip");
  private final int fromPort = tree.add("src_port");
  private final int toPort = tree.add("dest_port");
  private final int protocol = tree.add("proto");
  private final int direction = tree.add("direction");
  private final int flowFrom = tree.add("flow.src_ip");
  private final int flowTo = tree.add("flow.dest_ip");
  private final int flowFromPort = tree.add("flow.src_port");
  private final int flowToPort = tree.add("flow.dest_port");
  private final int start = tree.addTime("flow.start", "netflow.start");
  private final int end = tree.addTime("flow.end", "netflow.end");
  private final int flowAction = tree.add("flow.action");
  private final int sent = tree.add("flow.pkts_toserver", "netflow.pkts");
  private final int answered = tree.add("flow.pkts_toclient");
  private final int bytes = tree.add("flow.bytes_toserver", "netflow.bytes");
  private final int alertAction = tree.add("alert.action");
  private final int syn = tree.add("drop.syn");
  private final int ack = tree.add("drop.ack");
  private final int answerFlags = tree.add("tcp.tcp_flags_tc");
  private final FieldReader fields = new FieldReader(tree);
  private final AddressEnds ends = new AddressEnds();

  @Override
  public FieldReader fields() {
    return fields;
  }

  @Override
  public void record(RecordPlace place, Excerpt excerpt, FlowSink sink) {
    Fields read = fields.fields();
    String type = read.text(event);
    switch (type) {
      case "" -> sink.unreadable(place, "it lacks `event_type`");
      case "flow", "netflow", "alert", "drop" -> {
        if (read.has(from) && read.has(to)) {
          sink.flow(flow(read, type, place, excerpt));
        } else {
          sink.skipped(place, "event of type " + type + " without addresses");
        }
      }
      case "stats" -> sink.skipped(place, "event of type stats");
      default ->
          sink.skipped(place, "event of type " + known(type) + ", of a flow with its own event");
    }
  }

  /** Returns the type, or a common word for types of some extension, so that there are few. */
  private static String known(String type) {
    return type.length() <= 20
            && type.chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c))
        ? type
        : "(unknown)";
  }

  private ObservedFlow flow(Fields read, String type, RecordPlace place, Excerpt excerpt) {
    boolean ofFlow = type.equals("flow");
    boolean oriented = read.has(flowFrom) && read.has(flowTo);
    boolean answer = !oriented && !ofFlow && isAnswer(read, type);
    boolean known = ofFlow || oriented || isOriented(read, type);
    String first = oriented ? read.text(flowFrom) : read.text(answer ? to : from);
    String second = oriented ? read.text(flowTo) : read.text(answer ? from : to);
    int firstPort = oriented ? read.port(flowFromPort) : read.port(answer ? toPort : fromPort);
    int secondPort = oriented ? read.port(flowToPort) : read.port(answer ? fromPort : toPort);
    long seen = read.date(time, -1);
    long begun = read.date(start, seen);
    return new ObservedFlow(
        LogFormat.SURICATA,
        ends.at(first),
        ends.at(second),
        IpProtocols.named(read.text(protocol)),
        firstPort,
        secondPort,
        outcome(read, type),
        known ? Orientation.OPENING : Orientation.UNKNOWN,
        begun,
        Math.max(begun, read.date(end, Math.max(begun, seen))),
        ofFlow ? 1 : 0,
        ofFlow || type.equals("netflow") ? Math.max(0, read.number(sent, 0)) : 0,
        ofFlow || type.equals("netflow") ? Math.max(0, read.number(bytes, 0)) : 0,
        place,
        excerpt);
  }

  /** Whether the packet of the event went to the client. */
  private boolean isAnswer(Fields read, String type) {
    return read.text(direction).equals("to_client") && !type.equals("netflow");
  }

  private boolean isOriented(Fields read, String type) {
    boolean opening = type.equals("drop") && read.is(syn) && read.text(ack).equals("false");
    return opening || (read.has(direction) && !type.equals("netflow"));
  }

  private Outcome outcome(Fields read, String type) {
    boolean refused =
        type.equals("drop")
            || read.text(alertAction).equals("blocked")
            || read.text(flowAction).equals("drop");
    if (refused) {
      return Outcome.REFUSED;
    }
    if (!type.equals("flow") || read.number(answered, 0) <= 0) {
      return Outcome.SENT;
    }
    return read.text(protocol).equalsIgnoreCase("tcp")
        ? ofAnswers(read.text(answerFlags))
        : Outcome.PASSED;
  }

  /**
   * Returns what the flags of all packets to the client show. Without flags, the answer can be a
   * reset.
   */
  private static Outcome ofAnswers(String flags) {
    int all = hexadecimal(flags);
    if (all < 0) {
      return Outcome.SENT;
    }
    boolean more = (all & (FIN | SYN | PSH)) != 0;
    return more || (all & RST) == 0 ? Outcome.PASSED : Outcome.RESET;
  }

  /** Returns the number that one or two digits are; -1 for another text. */
  private static int hexadecimal(String digits) {
    int first = digits.isEmpty() ? -1 : digit(digits.charAt(0));
    if (digits.length() != 2 || first < 0) {
      return digits.length() == 1 ? first : -1;
    }
    int second = digit(digits.charAt(1));
    return second < 0 ? -1 : 16 * first + second;
  }

  private static int digit(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }
}
