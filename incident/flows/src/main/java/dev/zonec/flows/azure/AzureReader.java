package dev.zonec.flows.azure;

import dev.zonec.flows.json.FieldReader;
import dev.zonec.flows.json.FieldTree;
import dev.zonec.flows.json.ObjectReader;
import dev.zonec.flows.log.FlowSink;
import dev.zonec.flows.observed.Excerpt;
import dev.zonec.flows.observed.IpProtocols;
import dev.zonec.flows.observed.LogFormat;
import dev.zonec.flows.observed.Numbers;
import dev.zonec.flows.observed.ObservedEnd;
import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.observed.Orientation;
import dev.zonec.flows.observed.Outcome;
import dev.zonec.flows.observed.RecordPlace;
import java.util.List;

/** Reads flow logs of Azure: each record contains lists of tuples, and a tuple is a connection. */
public final class AzureReader implements ObjectReader {
  /** The bytes of a packet of TCP without data, at least. */
  private static final int LONGEST_RESET = 60;

  private final FieldTree tree = new FieldTree();
  private final int group = tree.add("properties.flows.flows.flowTuples[]");
  private final int network = tree.add("flowRecords.flows.flowGroups.flowTuples[]");
  private final FieldReader fields = new FieldReader(tree);

  @Override
  public FieldReader fields() {
    return fields;
  }

  @Override
  public void record(RecordPlace place, Excerpt excerpt, FlowSink sink) {
    List<String> ofGroup = fields.fields().list(group);
    List<String> ofNetwork = fields.fields().list(network);
    if (ofGroup.isEmpty() && ofNetwork.isEmpty()) {
      sink.skipped(place, "record without a flow");
    }
    ofGroup.forEach(tuple -> tuple(tuple, false, place, sink));
    ofNetwork.forEach(tuple -> tuple(tuple, true, place, sink));
  }

  /**
   * Reports a tuple.
   *
   * @param ofNetwork whether it is one of a virtual network, which has milliseconds, numbers of
   *     protocols, and the decision as a state
   */
  private static void tuple(String text, boolean ofNetwork, RecordPlace place, FlowSink sink) {
    String[] parts = text.split(",", -1);
    if (parts.length < 8) {
      sink.unreadable(place, "the tuple `" + text + "` has " + parts.length + " parts");
      return;
    }
    String decided = parts[7];
    boolean known =
        ofNetwork
            ? decided.length() == 1 && "BCED".contains(decided)
            : decided.equals("A") || decided.equals("D");
    if (!known || number(parts[0]) < 0) {
      sink.unreadable(place, "the tuple `" + text + "` has no time or no decision");
      return;
    }
    String state = ofNetwork ? decided : parts.length > 8 ? parts[8] : "B";
    int counters = 9;
    long answers = parts.length > counters + 2 ? number(parts[counters + 2]) : 0;
    long answerBytes = parts.length > counters + 3 ? number(parts[counters + 3]) : 0;
    String protocol = protocol(parts[5], ofNetwork);
    long at = ofNetwork ? number(parts[0]) : number(parts[0]) * 1000;
    Outcome outcome =
        decided.equals("D")
            ? Outcome.REFUSED
            : isProof(protocol, answers, answerBytes) ? Outcome.PASSED : Outcome.SENT;
    sink.flow(
        new ObservedFlow(
            LogFormat.AZURE,
            ObservedEnd.at(parts[1]),
            ObservedEnd.at(parts[2]),
            protocol,
            port(parts[3]),
            port(parts[4]),
            outcome,
            Orientation.OPENING,
            at,
            at,
            state.equals("B") || state.equals("D") ? 1 : 0,
            parts.length > counters ? Math.max(0, number(parts[counters])) : 0,
            parts.length > counters + 1 ? Math.max(0, number(parts[counters + 1])) : 0,
            place,
            () -> text));
  }

  /**
   * Whether the packets from the destination show that the flow arrived. For TCP they can be
   * resets, unless they carry more than headers.
   */
  private static boolean isProof(String protocol, long packets, long bytes) {
    return packets > 0 && (!protocol.equals("tcp") || bytes > packets * LONGEST_RESET);
  }

  private static String protocol(String written, boolean ofNetwork) {
    if (ofNetwork) {
      return IpProtocols.named(written);
    }
    return switch (written) {
      case "T" -> "tcp";
      case "U" -> "udp";
      default -> IpProtocols.UNKNOWN;
    };
  }

  private static int port(String text) {
    return Numbers.port(number(text));
  }

  private static long number(String text) {
    return Numbers.parse(text, -1);
  }
}
