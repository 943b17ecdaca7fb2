package dev.zonec.flows.gcp;

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
import java.util.List;

/** Reads VPC flow logs of Google Cloud. A record has one direction and does not name the client. */
public final class GcpReader implements ObjectReader {
  private final FieldTree tree = new FieldTree();
  private final int payload = tree.add("jsonPayload");
  private final int from = connection("src_ip");
  private final int to = connection("dest_ip");
  private final int fromPort = connection("src_port");
  private final int toPort = connection("dest_port");
  private final int protocol = connection("protocol");
  private final int start = tree.addTime("jsonPayload.start_time", "start_time");
  private final int end = tree.addTime("jsonPayload.end_time", "end_time");
  private final int packets = tree.add("jsonPayload.packets_sent", "packets_sent");
  private final int bytes = tree.add("jsonPayload.bytes_sent", "bytes_sent");
  private final End source = new End("src");
  private final End destination = new End("dest");
  private final FieldReader fields = new FieldReader(tree);

  /** The fields of an end. */
  private final class End {
    private final int pod;
    private final int namespace;
    private final int workload;

    private End(String side) {
      String gke = "jsonPayload." + side + "_gke_details.pod.";
      pod = tree.add(gke + "pod_name");
      namespace = tree.add(gke + "pod_namespace");
      workload = tree.add(gke + "pod_workload.workload_name");
    }

    private ObservedEnd read(Fields read, String address) {
      return read.has(pod)
          ? new ObservedEnd(
              EndKind.POD,
              address,
              read.text(namespace),
              read.text(pod),
              read.text(workload),
              List.of())
          : ObservedEnd.at(address);
    }
  }

  private int connection(String name) {
    return tree.add("jsonPayload.connection." + name, "connection." + name);
  }

  @Override
  public FieldReader fields() {
    return fields;
  }

  @Override
  public void record(RecordPlace place, Excerpt excerpt, FlowSink sink) {
    Fields read = fields.fields();
    if (!read.has(from) || !read.has(to)) {
      if (read.has(payload)) {
        sink.skipped(place, "entry of another log");
      } else {
        sink.unreadable(place, "it lacks `jsonPayload.connection`");
      }
      return;
    }
    long begun = read.date(start, -1);
    sink.flow(
        new ObservedFlow(
            LogFormat.GCP,
            source.read(read, read.text(from)),
            destination.read(read, read.text(to)),
            IpProtocols.named(read.text(protocol)),
            read.port(fromPort),
            read.port(toPort),
            Outcome.SENT,
            Orientation.UNKNOWN,
            begun,
            Math.max(begun, read.date(end, begun)),
            0,
            Math.max(0, read.number(packets, 0)),
            Math.max(0, read.number(bytes, 0)),
            place,
            excerpt));
  }
}
