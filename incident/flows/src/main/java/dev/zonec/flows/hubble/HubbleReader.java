package dev.zonec.flows.hubble;

import dev.zonec.flows.json.FieldReader;
import dev.zonec.flows.json.FieldTree;
import dev.zonec.flows.json.Fields;
import dev.zonec.flows.json.ObjectReader;
import dev.zonec.flows.log.FlowSink;
import dev.zonec.flows.observed.Excerpt;
import dev.zonec.flows.observed.IpProtocols;
import dev.zonec.flows.observed.LogFormat;
import dev.zonec.flows.observed.ObservedEnd;
import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.observed.Orientation;
import dev.zonec.flows.observed.Outcome;
import dev.zonec.flows.observed.RecordPlace;

/** Reads flows of Hubble. */
public final class HubbleReader implements ObjectReader {
  private static final int POLICY_DENIED = 133;
  private static final int POLICY_DENY = 181;

  private final FieldTree tree = new FieldTree();
  private final int time = tree.addTime("time", "flow.time");
  private final int verdict = of("verdict");
  private final int type = of("Type");
  private final int reply = of("is_reply");
  private final int oldReply = of("reply");
  private final int direction = of("traffic_direction");
  private final int reason = of("drop_reason_desc");
  private final int reasonNumber = of("drop_reason");
  private final int tcp = of("l4.TCP");
  private final int udp = of("l4.UDP");
  private final int sctp = of("l4.SCTP");
  private final int icmp = of("l4.ICMPv4");
  private final int icmp6 = of("l4.ICMPv6");
  private final int vrrp = of("l4.VRRP");
  private final int igmp = of("l4.IGMP");
  private final int l4 = of("l4");
  private final int fromPort =
      of("l4.TCP.source_port", "l4.UDP.source_port", "l4.SCTP.source_port");
  private final int toPort =
      of("l4.TCP.destination_port", "l4.UDP.destination_port", "l4.SCTP.destination_port");
  private final int syn = of("l4.TCP.flags.SYN");
  private final int ack = of("l4.TCP.flags.ACK");
  private final int rst = of("l4.TCP.flags.RST");
  private final int from = of("IP.source");
  private final int to = of("IP.destination");
  private final HubbleEnd end = new HubbleEnd();
  private final int source = part("source");
  private final int destination = part("destination");
  private final int flow = tree.add("flow");
  private final int lost = tree.add("lost_events");
  private final int lostNumber = tree.add("lost_events.num_events_lost");
  private final int node = tree.add("node_status");
  private final int agent = tree.add("agent_event");
  private final int debug = tree.add("debug_event");
  private final FieldReader fields = new FieldReader(tree);

  /** Adds an end of a flow, which may be wrapped. */
  private int part(String name) {
    return tree.addPart(end.fields(), name, "flow." + name);
  }

  /** Adds a field of a flow, which may be wrapped. */
  private int of(String... paths) {
    String[] both = new String[paths.length * 2];
    for (int i = 0; i < paths.length; i++) {
      both[2 * i] = paths[i];
      both[2 * i + 1] = "flow." + paths[i];
    }
    return tree.add(both);
  }

  @Override
  public FieldReader fields() {
    return fields;
  }

  @Override
  public void record(RecordPlace place, Excerpt excerpt, FlowSink sink) {
    Fields read = fields.fields();
    if (read.has(lost)) {
      sink.lost(place, Math.max(1, read.number(lostNumber, 1)));
    } else if (read.has(node) || read.has(agent) || read.has(debug)) {
      sink.skipped(
          place, read.has(node) ? "node status" : read.has(agent) ? "agent event" : "debug event");
    } else if (!read.has(verdict) && !read.has(flow)) {
      sink.unreadable(place, "it has neither `verdict` nor `flow`");
    } else {
      flow(read, place, excerpt, sink);
    }
  }

  private void flow(Fields read, RecordPlace place, Excerpt excerpt, FlowSink sink) {
    String decided = read.text(verdict);
    boolean layer7 = read.text(type).equals("L7");
    if (decided.equals("TRANSLATED") || read.text(type).equals("SOCK")) {
      sink.skipped(place, "address of a Service before its translation");
    } else if (decided.isEmpty() || decided.equals("VERDICT_UNKNOWN")) {
      sink.skipped(place, "flow without a verdict");
    } else if (!read.has(from) || !read.has(to) || !read.has(l4)) {
      sink.skipped(place, "no IP packet");
    } else if (layer7 && decided.equals("DROPPED")) {
      sink.skipped(place, "request dropped at layer 7, on a connection that was allowed");
    } else {
      sink.flow(flow(read, decided, layer7, place, excerpt));
    }
  }

  private ObservedFlow flow(
      Fields read, String decided, boolean layer7, RecordPlace place, Excerpt excerpt) {
    boolean synSent = read.is(syn);
    boolean acked = read.is(ack);
    boolean answer = read.has(reply) ? read.is(reply) : read.is(oldReply) || (synSent && acked);
    boolean opening = read.has(reply) ? !answer : synSent && !acked;
    Outcome outcome = outcome(read, decided, answer);
    long at = read.date(time, -1);
    ObservedEnd first = end.read(read.part(source), read.text(from));
    ObservedEnd second = end.read(read.part(destination), read.text(to));
    return new ObservedFlow(
        LogFormat.HUBBLE,
        answer ? second : first,
        answer ? first : second,
        protocol(read),
        read.port(answer ? toPort : fromPort),
        read.port(answer ? fromPort : toPort),
        outcome,
        answer || opening ? Orientation.OPENING : Orientation.UNKNOWN,
        at,
        at,
        opening && !answer && !layer7 ? 1 : 0,
        answer ? 0 : 1,
        0,
        place,
        excerpt);
  }

  private Outcome outcome(Fields read, String decided, boolean answer) {
    return switch (decided) {
      case "DROPPED" -> {
        String why = read.text(reason);
        long number = read.number(reasonNumber, 0);
        boolean policy =
            why.isEmpty()
                ? number == POLICY_DENIED || number == POLICY_DENY
                : why.equals("POLICY_DENIED") || why.equals("POLICY_DENY");
        yield policy ? Outcome.DENIED : Outcome.LOST;
      }
      case "ERROR" -> Outcome.LOST;
      // REDIRECTED leads to the proxy. With AUDIT, a packet that a policy would deny goes on.
      case "FORWARDED", "REDIRECTED", "AUDIT" ->
          answer
              ? read.is(rst) ? Outcome.RESET : Outcome.PASSED
              : read.text(direction).equals("INGRESS") ? Outcome.PASSED : Outcome.SENT;
      // TRACED, TRANSLATED, and verdicts of later versions: nothing shows that the packet arrived.
      default -> Outcome.SENT;
    };
  }

  private String protocol(Fields read) {
    if (read.has(tcp)) {
      return "tcp";
    }
    if (read.has(udp)) {
      return "udp";
    }
    if (read.has(sctp)) {
      return "sctp";
    }
    if (read.has(icmp)) {
      return "icmp";
    }
    if (read.has(icmp6)) {
      return "icmpv6";
    }
    return read.has(vrrp) ? "vrrp" : read.has(igmp) ? "igmp" : IpProtocols.UNKNOWN;
  }
}
