package dev.zonec.flows.calico;

import dev.zonec.flows.json.FieldReader;
import dev.zonec.flows.json.FieldTree;
import dev.zonec.flows.json.Fields;
import dev.zonec.flows.json.ObjectReader;
import dev.zonec.flows.log.FlowSink;
import dev.zonec.flows.observed.EndKind;
import dev.zonec.flows.observed.Excerpt;
import dev.zonec.flows.observed.IpProtocols;
import dev.zonec.flows.observed.LogFormat;
import dev.zonec.flows.observed.ObservedEnd;
import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.observed.Orientation;
import dev.zonec.flows.observed.Outcome;
import dev.zonec.flows.observed.RecordPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads flow logs of Calico. */
public final class CalicoReader implements ObjectReader {
  private static final Pattern BAR = Pattern.compile(" \\| ");

  private final FieldTree tree = new FieldTree();
  private final int start = tree.addTime(paths("start_time", "startTime"));
  private final int end = tree.addTime(paths("end_time", "endTime"));
  private final int action = key("action", "action");
  private final int reporter = key("reporter", "reporter");
  private final int protocol = tree.add(withKey("proto", "protocol"));
  private final int port = key("dest_port", "destPort");
  private final int fromPort = plain("source_port", "sourcePort");
  private final int started = plain("num_flows_started", "numConnectionsStarted");
  private final int bytes = plain("bytes_out", "bytesOut");
  private final int packets = plain("packets_out", "packetsOut");
  private final int bytesIn = plain("bytes_in", "bytesIn");
  private final int packetsIn = plain("packets_in", "packetsIn");
  private final End source = new End("source");
  private final End destination = new End("dest");
  private final FieldReader fields = new FieldReader(tree);

  /** The fields of an end. */
  private final class End {
    private final int address;
    private final int name;
    private final int aggregated;
    private final int namespace;
    private final int type;
    private final int labels;
    private final int labelText;

    private End(String side) {
      address = tree.add(side + "_ip");
      name = key(side + "_name", side + "Name");
      aggregated = tree.add(side + "_name_aggr");
      namespace = key(side + "_namespace", side + "Namespace");
      type = key(side + "_type", side + "Type");
      labels =
          tree.add(
              side + "_labels.labels[]",
              side + "_labels[]",
              "flow." + side + "_labels[]",
              "flow." + side + "Labels[]",
              side + "Labels[]");
      labelText = tree.add(side + "_labels");
    }

    private ObservedEnd read(Fields read) {
      String at = value(read, address);
      String in = value(read, namespace);
      String pod = value(read, name);
      String shown = pod.isEmpty() ? value(read, aggregated) : pod;
      EndKind kind = kind(read, in, shown);
      return kind == EndKind.POD
          ? new ObservedEnd(kind, at, in, shown, "", labelled(read))
          : ObservedEnd.of(kind, at);
    }

    private List<String> labelled(Fields read) {
      String text = value(read, labelText);
      if (text.isEmpty()) {
        return read.list(labels);
      }
      List<String> all = new ArrayList<>(read.list(labels));
      for (String label : BAR.split(text, -1)) {
        if (label.indexOf('=') > 0) {
          all.add(label);
        }
      }
      return all;
    }

    /** Returns what the end is; some shapes have no type, and the name shows it. */
    private EndKind kind(Fields read, String in, String shown) {
      boolean named = !value(read, address).isEmpty();
      return switch (value(read, type)) {
        case "wep", "WorkloadEndpoint" -> EndKind.POD;
        case "hep", "HostEndpoint" -> EndKind.HOST;
        case "ns", "NetworkSet" -> EndKind.OUTSIDE;
        default -> {
          if (shown.equals("pub")) {
            yield EndKind.OUTSIDE;
          }
          if (shown.equals("pvt")) {
            yield named ? EndKind.ADDRESS : EndKind.PRIVATE;
          }
          if (in.isEmpty()) {
            yield named ? EndKind.ADDRESS : EndKind.PRIVATE;
          }
          yield EndKind.POD;
        }
      };
    }
  }

  private int plain(String snake, String camel) {
    return tree.add(paths(snake, camel));
  }

  private static String[] paths(String snake, String camel) {
    return new String[] {snake, camel, "flow." + snake, "flow." + camel};
  }

  /** Adds a field of the key, which is a part of the flow or an object in it. */
  private int key(String snake, String camel) {
    return tree.add(withKey(snake, camel));
  }

  private static String[] withKey(String snake, String camel) {
    List<String> paths = new ArrayList<>();
    for (String name : List.of(snake, camel)) {
      for (String before : List.of("", "Key.", "flow.", "flow.Key.", "key.", "flow.key.")) {
        paths.add(before + name);
      }
    }
    return paths.toArray(String[]::new);
  }

  @Override
  public FieldReader fields() {
    return fields;
  }

  /** Returns the text of a field; {@code -} is how Calico writes that there is none. */
  private static String value(Fields read, int field) {
    String text = read.text(field);
    return text.equals("-") || text.equals("{}") ? "" : text;
  }

  @Override
  public void record(RecordPlace place, Excerpt excerpt, FlowSink sink) {
    Fields read = fields.fields();
    String decided = read.text(action).toLowerCase(Locale.ROOT);
    String reported = read.text(reporter).toLowerCase(Locale.ROOT);
    if (decided.isEmpty() || reported.isEmpty()) {
      sink.unreadable(place, "it lacks `action` or `reporter`");
    } else if (reported.equals("fwd")) {
      sink.skipped(place, "flow that a node forwards, before its addresses are translated");
    } else if (!decided.equals("allow") && !decided.equals("deny")) {
      sink.skipped(place, "flow without a decision");
    } else {
      boolean atSource = reported.startsWith("src");
      Outcome outcome =
          decided.equals("deny") ? Outcome.DENIED : atSource ? Outcome.SENT : Outcome.PASSED;
      long first = time(read, start);
      sink.flow(
          new ObservedFlow(
              LogFormat.CALICO,
              source.read(read),
              destination.read(read),
              IpProtocols.named(read.text(protocol)),
              read.port(fromPort),
              read.port(port),
              outcome,
              Orientation.OPENING,
              first,
              Math.max(first, time(read, end)),
              read.number(started, 1),
              // A reporter counts what it receives as in, and what it sends as out.
              Math.max(0, read.number(atSource ? packets : packetsIn, 0)),
              Math.max(0, read.number(atSource ? bytes : bytesIn, 0)),
              place,
              excerpt));
    }
  }

  private static long time(Fields read, int field) {
    return read.date(field, read.seconds(field, -1));
  }
}
