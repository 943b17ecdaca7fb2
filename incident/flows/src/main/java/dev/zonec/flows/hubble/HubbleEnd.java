package dev.zonec.flows.hubble;

import dev.zonec.flows.json.FieldTree;
import dev.zonec.flows.json.Fields;
import dev.zonec.flows.observed.EndKind;
import dev.zonec.flows.observed.ObservedEnd;
import dev.zonec.flows.observed.Slots;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the ends of flows. */
final class HubbleEnd {
  /** The number of ends that are remembered; an end takes the place of an earlier one. */
  private static final int SLOTS = 1 << 12;

  private final FieldTree fields = new FieldTree();
  private final int identity = fields.add("identity");
  private final int namespace = fields.add("namespace");
  private final int pod = fields.add("pod_name");
  private final int labels = fields.add("labels[]");
  private final @Nullable Known[] known = new @Nullable Known[SLOTS];

  /** An end that was read from {@code read}. */
  private record Known(Fields read, ObservedEnd end) {}

  /** Returns the fields of an end. */
  FieldTree fields() {
    return fields;
  }

  /**
   * Returns an end.
   *
   * @param read its fields, which never change; null if the log does not describe the end
   * @param address its address
   */
  @SuppressWarnings("ReferenceEquality") // Other fields with equal values are read again.
  ObservedEnd read(@Nullable Fields read, String address) {
    if (read == null) {
      return ObservedEnd.at(address);
    }
    int slot = Slots.of(31 * address.hashCode() + read.text(pod).hashCode(), SLOTS);
    @Nullable Known last = known[slot];
    if (last != null && last.read == read && last.end.address().equals(address)) {
      return last.end;
    }
    ObservedEnd end = end(read, address);
    known[slot] = new Known(read, end);
    return end;
  }

  private ObservedEnd end(Fields read, String address) {
    List<String> written = read.list(labels);
    String name = read.text(pod);
    return name.isEmpty()
        ? ObservedEnd.of(kind(read, written), address)
        : new ObservedEnd(EndKind.POD, address, read.text(namespace), name, "", written);
  }

  private EndKind kind(Fields read, List<String> written) {
    long number = read.number(identity, 0);
    boolean host =
        number == 1
            || number == 6
            || number == 7
            || written.contains("reserved:host")
            || written.contains("reserved:remote-node")
            || written.contains("reserved:kube-apiserver");
    if (host) {
      return EndKind.HOST;
    }
    boolean world =
        number == 2
            || number == 9
            || number == 10
            || written.stream().anyMatch(label -> label.startsWith("reserved:world"));
    if (world) {
      return EndKind.OUTSIDE;
    }
    return written.stream().anyMatch(label -> label.startsWith("reserved:"))
            || (number >= 3 && number <= 8)
        ? EndKind.PLUGIN
        : EndKind.ADDRESS;
  }
}
