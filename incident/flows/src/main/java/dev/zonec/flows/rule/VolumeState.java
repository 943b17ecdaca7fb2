package dev.zonec.flows.rule;

import dev.zonec.flows.observed.ObservedFlow;
import java.io.Serializable;
import java.util.Optional;
import java.util.TreeMap;

/** The packets of a source to one outside address, in each window of event time. */
final class VolumeState implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int WINDOWS = 8;

  /** The packets of a window. */
  private static final class Window implements Serializable {
    private static final long serialVersionUID = 1;
    private final Row begun;
    private long records;
    private long connections;
    private long packets;
    private long bytes;
    private long last;

    private Window(Row begun) {
      this.begun = begun;
      last = begun.last();
    }
  }

  private final TreeMap<Long, Window> windows = new TreeMap<>();
  private boolean announced;

  /** Adds a flow; returns the finding if its window has enough small packets. */
  Optional<Row> add(RowKey key, ObservedFlow flow, Thresholds limits) {
    long length = limits.volumeWindow().toMillis();
    long duration = flow.end() - flow.start();
    // The packets of a long flow are spread over its time.
    double part = duration > length ? (double) length / duration : 1;
    Window window =
        windows.computeIfAbsent(
            Math.floorDiv(flow.start(), length), start -> new Window(Row.of(key, flow, "")));
    if (windows.size() > WINDOWS) {
      windows.pollFirstEntry();
    }
    window.records++;
    window.connections += flow.opened();
    window.packets += Math.round(flow.packets() * part);
    window.bytes += Math.round(flow.bytes() * part);
    window.last = Math.max(window.last, flow.end());
    boolean many = window.packets >= limits.volumePackets() && window.packets > 0;
    return many && window.bytes / window.packets <= limits.volumeSize()
        ? Optional.of(row(window, length))
        : Optional.empty();
  }

  /** Returns whether this is the first call of the method. */
  boolean announce() {
    boolean first = !announced;
    announced = true;
    return first;
  }

  /** Returns the number of open windows. */
  int windows() {
    return windows.size();
  }

  private static Row row(Window window, long length) {
    Row begun = window.begun;
    return new Row(
        begun.key(),
        window.records,
        window.connections,
        window.packets,
        window.bytes,
        begun.first(),
        window.last,
        begun.place(),
        begun.sample(),
        window.packets
            + " packets of "
            + window.bytes / window.packets
            + " bytes on average within "
            + DurationText.of(length),
        window.packets);
  }
}
